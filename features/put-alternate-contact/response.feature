Feature: The answer when a contact was set

  When a contact was set, the answer is short: the status 200, and a body with nothing
  in it. It is the same answer whether the contact is new or was there before, and
  whichever contact it is.

  Background:
    Given an otherwise valid PutAlternateContact request

  @PAC-RESPONSE-1
  Rule: A contact that was set is answered with the status 200

    Scenario: A contact that is set is answered with 200
      When the request is sent
      Then the response has status 200

    Scenario: A contact that is overwritten is answered with 200
      Given the account has a contact
      When the request is sent
      Then the response has status 200

    @full
    Scenario Outline: A <type> contact that is set is answered with 200
      When the request is sent with AlternateContactType "<type>"
      Then the response has status 200

      Examples: Each contact type
        | type       |
        | BILLING    |
        | OPERATIONS |
        | SECURITY   |

  @PAC-RESPONSE-2
  Rule: A contact that was set is answered with an empty body

    Scenario: Nothing is said of a contact that is set
      When the request is sent
      Then the response body is empty

    Scenario: Nothing is said of a contact that is overwritten
      Given the account has a contact
      When the request is sent
      Then the response body is empty

    @full
    Scenario Outline: Nothing is said of a <type> contact
      When the request is sent with AlternateContactType "<type>"
      Then the response body is empty

      Examples: Each contact type
        | type       |
        | BILLING    |
        | OPERATIONS |
        | SECURITY   |
