Feature: The answer when a contact was not set

  The AWS page lists four errors, each with a name and a status:

      AccessDeniedException      403  the caller may not do this
      InternalServerException    500  the service failed
      TooManyRequestsException   429  there were too many calls
      ValidationException        400  something in the request is invalid

  The name stands in a header of the answer or in its body. The answer also has a text
  for people to read, which nothing here looks at.

  The page names no request that makes the service fail, and does not say how many calls
  are too many. These two errors are asked for only where the endpoint under test offers a
  way to provoke them; how those look that come unasked is judged at the end of the run.

  Notation: (empty) is no text at all, (a × 65) the letter a, 65 times, and (the AccountId of
  a member) its twelve digits.

  Background:
    Given an otherwise valid PutAlternateContact request

  @PAC-VALIDATION-1
  Rule: A request with an invalid member is refused with a ValidationException

    Scenario: An email address without @ is answered with a ValidationException
      When the request is sent with EmailAddress "carlos.example.com"
      Then the error is a ValidationException

  @PAC-VALIDATION-2
  Rule: A ValidationException has the status 400

    Scenario: A refusal for an invalid email address has status 400
      When the request is sent with EmailAddress "carlos.example.com"
      Then the ValidationException has status 400

  @PAC-VALIDATION-3 @needs-organization
  Rule: What is invalid for one's own contact is invalid for another account's

    Scenario Outline: For a member's contact, as for its own, the management account may not give <what>
      Given an organization with all features and trusted access
      And the management account may not set its own contact with <field> "<value>"
      When the management account sends the request with AccountId "(the AccountId of a member)" and <field> "<value>"
      Then it is refused in the same way

      Examples: Something invalid of every member, and something too long or too short
        | what                               | field                | value                 |
        | an unknown contact type            | AlternateContactType | FINANCE               |
        | an email address without @         | EmailAddress         | carlos.example.com    |
        | an email address of 255 characters | EmailAddress         | (a × 243)@example.com |
        | an empty name                      | Name                 | (empty)               |
        | a name of 65 characters            | Name                 | (a × 65)              |
        | a phone number with a letter       | PhoneNumber          | 206-555-012a          |
        | a phone number of 26 digits        | PhoneNumber          | (1 × 26)              |
        | an empty title                     | Title                | (empty)               |
        | a title of 51 characters           | Title                | (a × 51)              |

  @PAC-ACCESS-1 @needs-a-caller-without-permission
  Rule: A caller without the permission is refused with an AccessDeniedException

    Scenario: A caller without permission is answered with an AccessDeniedException
      When a caller without permission sends the request
      Then it is refused with an AccessDeniedException

    @full
    Scenario Outline: A caller without permission may not set the <type> contact
      When a caller without permission sends the request with AlternateContactType "<type>"
      Then it is refused with an AccessDeniedException

      Examples: Each contact type
        | type       |
        | BILLING    |
        | OPERATIONS |
        | SECURITY   |

  @PAC-ACCESS-2 @needs-a-caller-without-permission
  Rule: An AccessDeniedException has the status 403

    Scenario: A refusal for want of permission has status 403
      When a caller without permission sends the request
      Then the AccessDeniedException has status 403

  @PAC-THROTTLE-1 @needs-provoked-throttle
  Rule: A throttled call is answered with a TooManyRequestsException

    Scenario: One call too many is answered with a TooManyRequestsException
      When the request is sent so that it provokes a TooManyRequestsException
      Then it is refused with a TooManyRequestsException

  @PAC-THROTTLE-2 @needs-provoked-throttle
  Rule: A TooManyRequestsException has the status 429

    Scenario: The answer to one call too many has status 429
      When the request is sent so that it provokes a TooManyRequestsException
      Then the TooManyRequestsException has status 429

  @PAC-THROTTLE-3 @needs-provoked-throttle @needs-read-back
  Rule: A throttled call leaves the contact as it was

    Scenario: A throttled call changes nothing
      Given the account has a contact
      When the request is sent so that it provokes a TooManyRequestsException
      Then the contact of the account is as it was

  @PAC-INTERNAL-1 @needs-provoked-failure
  Rule: A failure inside the service is answered with an InternalServerException

    Scenario: A call on which the service fails is answered with an InternalServerException
      When the request is sent so that it provokes an InternalServerException
      Then it is refused with an InternalServerException

  @PAC-INTERNAL-2 @needs-provoked-failure
  Rule: An InternalServerException has the status 500

    Scenario: The answer to a call on which the service fails has status 500
      When the request is sent so that it provokes an InternalServerException
      Then the InternalServerException has status 500

  @PAC-COMMON-2
  Rule: The answer to a refused request names its error

    Scenario: An invalid request is told its error
      When the request is sent with EmailAddress "carlos.example.com"
      Then the response names its error

    @needs-a-caller-without-permission
    Scenario: A caller without permission is told its error
      When a caller without permission sends the request
      Then the response names its error

    @needs-provoked-throttle
    Scenario: A throttled caller is told its error
      When the request is sent so that it provokes a TooManyRequestsException
      Then the response names its error

    @needs-provoked-failure
    Scenario: The caller of a service that failed is told its error
      When the request is sent so that it provokes an InternalServerException
      Then the response names its error

  @PAC-COMMON-3
  Rule: The answer to a refused request has a JSON object for a body

    Advice: the page is silent, so no endpoint fails here.

    Scenario: An invalid request is answered in JSON
      When the request is sent with EmailAddress "carlos.example.com"
      Then the response body is a JSON object

    @needs-a-caller-without-permission
    Scenario: A caller without permission is answered in JSON
      When a caller without permission sends the request
      Then the response body is a JSON object

    @needs-provoked-throttle
    Scenario: A throttled caller is answered in JSON
      When the request is sent so that it provokes a TooManyRequestsException
      Then the response body is a JSON object

    @needs-provoked-failure
    Scenario: The caller of a service that failed is answered in JSON
      When the request is sent so that it provokes an InternalServerException
      Then the response body is a JSON object
