Feature: The examples on the page

  The AWS page ends with two examples. The first sets the billing contact of the caller's
  own account, the second that of a member account. Both name Carlos Salazar.

  The examples do not keep the syntax that the page gives above them. They are sent to
  the path / with a header X-Amz-Target, they have no content type, and they spell the
  contact type Billing, where the syntax has /putAlternateContact, application/json and
  BILLING. So each example is tried twice: as the rest of the page would write it, which
  is accepted, and as it is printed, which is left open.

  Instead of the AccountId that is printed in the second example, a member's is sent.

  Background:
    Given an otherwise valid PutAlternateContact request

  @PAC-EXAMPLE-1
  Rule: The first example, written as the rest of the page has it, sets the caller's billing contact

    Scenario: The first example in the documented syntax is accepted
      When this request is sent:
        """
        POST /putAlternateContact HTTP/1.1
        Content-type: application/json

        {
          "AlternateContactType": "BILLING",
          "Name": "Carlos Salazar",
          "Title": "CFO",
          "EmailAddress": "carlos@example.com",
          "PhoneNumber": "206-555-0199"
        }
        """
      Then it is accepted

    @needs-read-back
    Scenario: The contact of the first example is stored
      Given the account has a BILLING contact
      When this request is sent:
        """
        POST /putAlternateContact HTTP/1.1
        Content-type: application/json

        {
          "AlternateContactType": "BILLING",
          "Name": "Carlos Salazar",
          "Title": "CFO",
          "EmailAddress": "carlos@example.com",
          "PhoneNumber": "206-555-0199"
        }
        """
      Then the contact of the account is the one sent

  @PAC-EXAMPLE-2 @needs-organization
  Rule: The second example, written as the rest of the page has it, sets the billing contact of a member account

    Scenario: The second example in the documented syntax is accepted
      Given an organization with all features and trusted access
      When the management account sends this request:
        """
        POST /putAlternateContact HTTP/1.1
        Content-type: application/json

        {
          "AccountId": "(the AccountId of a member)",
          "AlternateContactType": "BILLING",
          "Name": "Carlos Salazar",
          "Title": "CFO",
          "EmailAddress": "carlos@example.com",
          "PhoneNumber": "206-555-0199"
        }
        """
      Then it is accepted

    @needs-read-back
    Scenario: The contact of the second example is stored
      Given an organization with all features and trusted access
      And a member has a BILLING contact
      When the management account sends this request:
        """
        POST /putAlternateContact HTTP/1.1
        Content-type: application/json

        {
          "AccountId": "(the AccountId of a member)",
          "AlternateContactType": "BILLING",
          "Name": "Carlos Salazar",
          "Title": "CFO",
          "EmailAddress": "carlos@example.com",
          "PhoneNumber": "206-555-0199"
        }
        """
      Then the contact of a member is the one sent

  @PAC-EXAMPLE-3
  Rule: The first sample request as it is printed is left open

    It has another path, another header and another spelling of the type than the syntax.

    Scenario: The first sample request as it is printed
      When this request is sent:
        """
        POST / HTTP/1.1
        X-Amz-Target: AWSAccountV20210201.PutAlternateContact

        {
          "AlternateContactType": "Billing",
          "Name": "Carlos Salazar",
          "Title": "CFO",
          "EmailAddress": "carlos@example.com",
          "PhoneNumber": "206-555-0199"
        }
        """
      Then whether it is accepted is noted

  @PAC-EXAMPLE-4 @needs-organization
  Rule: The second sample request as it is printed is left open

    It has another path, another header and another spelling of the type than the syntax.

    Scenario: The second sample request as it is printed
      Given an organization with all features and trusted access
      When the management account sends this request:
        """
        POST / HTTP/1.1
        X-Amz-Target: AWSAccountV20210201.PutAlternateContact

        {
          "AccountId": "(the AccountId of a member)",
          "AlternateContactType": "Billing",
          "Name": "Carlos Salazar",
          "Title": "CFO",
          "EmailAddress": "carlos@example.com",
          "PhoneNumber": "206-555-0199"
        }
        """
      Then whether it is accepted is noted

  @PAC-EXAMPLE-5
  Rule: The path and the header of the sample requests are left open

    The samples and the syntax disagree about where the operation is found.

    Scenario: The path and the header of the samples, and all else as documented
      When this request is sent:
        """
        POST / HTTP/1.1
        Content-type: application/json
        X-Amz-Target: AWSAccountV20210201.PutAlternateContact

        {
          "AlternateContactType": "BILLING",
          "Name": "Carlos Salazar",
          "Title": "CFO",
          "EmailAddress": "carlos@example.com",
          "PhoneNumber": "206-555-0199"
        }
        """
      Then whether it is accepted is noted
