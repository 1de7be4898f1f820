Feature: Every answer of the run

  The other features ask one question at a time. This one is the last to run, asks nothing
  new, and looks back on every answer to a request in the documented form. Among hundreds
  of right ones it finds the one that is wrong: for one contact type, one caller, a contact
  that is new, or the second time.

  A throttle or a failure that nobody asked for is waited out, and says nothing about the
  request that met it. How it looks is judged here: HTTP 429 and 500 are those of two errors
  of the AWS page. Other statuses are not on the page; a 503, say, may be of any form.

  What a tag says is needed here, to meet such an answer, is needed only where the run met
  none.

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

    @needs-a-caller-without-permission
    Scenario: Each AccessDeniedException of the run had status 403
      Then each AccessDeniedException of the run had status 403

  @PAC-THROTTLE-1
  Rule: A throttled call is answered with a TooManyRequestsException

    @needs-provoked-throttle
    Scenario: Each status 429 of the run was that of a TooManyRequestsException
      Then each status 429 of the run was that of a TooManyRequestsException

  @PAC-THROTTLE-2
  Rule: A TooManyRequestsException has the status 429

    @needs-provoked-throttle
    Scenario: Each TooManyRequestsException of the run had status 429
      Then each TooManyRequestsException of the run had status 429

  @PAC-INTERNAL-1
  Rule: A failure inside the service is answered with an InternalServerException

    @needs-provoked-failure
    Scenario: Each status 500 of the run was that of a failure
      Then each status 500 of the run was that of an InternalServerException or an InternalFailure

  @PAC-INTERNAL-2
  Rule: An InternalServerException has the status 500

    @needs-provoked-failure
    Scenario: Each InternalServerException of the run had status 500
      Then each InternalServerException of the run had status 500

  @PAC-COMMON-2
  Rule: The answer to a refused request names its error

    Scenario: Each throttle and each failure of the run named its error
      Then each status 429 or 500 of the run came with the name of an error

  @PAC-COMMON-3
  Rule: The answer to a refused request has a JSON object for a body

    Advice: the page is silent, so no endpoint fails here.

    Scenario: Each throttle and each failure of the run was answered in JSON
      Then each status 429 or 500 of the run came with a JSON object for a body
