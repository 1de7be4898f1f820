Feature: Every answer of the run

  The other features ask one question at a time. This one is the last to run, asks nothing
  new, and looks back on every answer to a request in the documented form. Among hundreds
  of right ones it finds the one that is wrong: for one contact type, one caller, a contact
  that is new, or the second time.

  @PAC-RESPONSE-1
  Rule: A contact that was set is answered with the status 200

    Scenario: Each accepted request of the run was answered with status 200
      Then each accepted request of the run was answered with status 200

  @PAC-RESPONSE-2
  Rule: A contact that was set is answered with an empty body

    Scenario: Each accepted request of the run was answered with an empty body
      Then each accepted request of the run was answered with an empty body

  @PAC-VALIDATION-2
  Rule: A ValidationException has the status 400

    Scenario: Each ValidationException of the run had status 400
      Then each ValidationException of the run had status 400

  @PAC-ACCESS-2
  Rule: An AccessDeniedException has the status 403

    Whoever was refused, if anybody was; else a caller without permission is needed.

    @needs-a-caller-without-permission
    Scenario: Each AccessDeniedException of the run had status 403
      Then each AccessDeniedException of the run had status 403
