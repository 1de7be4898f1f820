Feature: The form of a request

  A request is sent by POST to the path /putAlternateContact. It declares its body to be
  application/json, and its body is a JSON object that holds the whole request; the
  address of the request carries no parameters.

  The AWS page shows this form and no other, and is mostly silent about requests that
  have another. Where the protocol or usage has an answer, it is advised here; where they
  have none, what the endpoint does is noted.

  Notation: (empty) is no text at all, (U+0022) a quotation mark, and (U+003C) and (U+003E)
  are angle brackets.

  Background:
    Given an otherwise valid PutAlternateContact request

  @PAC-SYNTAX-1
  Rule: The operation is called with the method POST at the path /putAlternateContact

    Scenario: The documented method is accepted
      When the request is sent by the method POST
      Then it is accepted

    Scenario: The documented path is accepted
      When the request is sent at the path "/putAlternateContact"
      Then it is accepted

  @PAC-SYNTAX-3
  Rule: Another method, or another path, does not set a contact

    Advice: the page is silent, so no endpoint fails here.

    Scenario Outline: The method <method> is not accepted
      When the request is sent by the method <method>
      Then it is not accepted

      Examples: Methods that change something elsewhere
        | method |
        | PUT    |

      @full
      Examples: More methods that change something elsewhere
        | method |
        | DELETE |
        | PATCH  |

    Scenario Outline: A path <trait> is not accepted
      When the request is sent at the path "<path>"
      Then it is not accepted

      Examples: Not the documented path
        | trait              | path                  |
        | with a letter more | /putAlternateContactX |
        | with a capital P   | /PutAlternateContact  |

      @full
      Examples: Other paths like it
        | trait              | path                    |
        | in small letters   | /putalternatecontact    |
        | with a letter less | /putAlternateContac     |
        | with a part more   | /putAlternateContact/me |

  @PAC-SYNTAX-4
  Rule: The method GET is left open

    The page is silent, and another AWS page says that GET works everywhere.

    Scenario: The request is sent by GET
      When the request is sent by the method GET
      Then whether it is accepted is noted

  @PAC-SYNTAX-5
  Rule: A slash after the path is left open

    The page is silent, and servers differ.

    Scenario: The path has a slash after it
      When the request is sent at the path "/putAlternateContact/"
      Then whether it is accepted is noted

  @PAC-SYNTAX-2
  Rule: The request declares its body to be application/json

    Scenario: The documented content type is accepted
      When the request is sent with the content type "application/json"
      Then it is accepted

  @PAC-SYNTAX-6
  Rule: A body that is declared to be something other than JSON is not accepted

    Advice: the page is silent, so no endpoint fails here.

    Scenario Outline: The content type <type> is not accepted
      When the request is sent with the content type "<type>"
      Then it is not accepted

      Examples: Not JSON
        | type       |
        | text/plain |

      @full
      Examples: More that is not JSON
        | type                              |
        | application/xml                   |
        | application/x-www-form-urlencoded |

  @PAC-SYNTAX-7
  Rule: The content type may name its character set

    Advice: the page is silent, so no endpoint fails here.

    Scenario Outline: The content type <type> is accepted
      When the request is sent with the content type "<type>"
      Then it is accepted

      Examples: With the character set, as many programs add it
        | type                            |
        | application/json; charset=utf-8 |
        | application/json;charset=UTF-8  |

  @PAC-SYNTAX-8
  Rule: The content type may be written in capital letters

    Advice: the page is silent, so no endpoint fails here.

    Scenario: The content type Application/JSON is accepted
      When the request is sent with the content type "Application/JSON"
      Then it is accepted

  @PAC-SYNTAX-9
  Rule: A request without a content type is left open

    The syntax has a content type, the sample requests have none.

    Scenario: The request has no content type
      When the request is sent without a content type
      Then whether it is accepted is noted

  @PAC-SYNTAX-10
  Rule: The content type that belongs to the header of the samples is left open

    The page names another, but its sample requests carry the header that goes with this one.

    Scenario: The content type is application/x-amz-json-1.1
      When the request is sent with the content type "application/x-amz-json-1.1"
      Then whether it is accepted is noted

  @PAC-URI-1
  Rule: The address of the request carries no parameters

    This shows that nothing in the address is missed. A query is another matter, and open.

    Scenario: An address that ends with the path is accepted
      When the request is sent at the path "/putAlternateContact"
      Then it is accepted

  @PAC-URI-2
  Rule: A query after the path is left open

    The page does not say whether an unused query is overlooked or refused.

    Scenario: The address has a query that nobody asked for
      When the request is sent at the path "/putAlternateContact?Name=Maria"
      Then whether it is accepted is noted

  @PAC-BODY-1
  Rule: The request body is a JSON object

    Most of these bodies lack the members of a contact as well. The two requests that are
    printed in full hold a whole contact, so that nothing but their form is wrong.

    Scenario: A JSON object is accepted
      When the request is sent
      Then it is accepted

    Scenario Outline: A body that is <kind> is refused
      When the request is sent as the body "<body>"
      Then it is refused as malformed

      Examples: Not JSON
        | kind                        | body     |
        | plain text                  | not JSON |
        | an object that does not end | {        |

      Examples: JSON, but not an object
        | kind     | body                   |
        | a list   | []                     |
        | a string | (U+0022)Carlos(U+0022) |

      @full
      Examples: More JSON that is not an object
        | kind          | body |
        | a number      | 12   |
        | a truth value | true |

      @full
      Examples: More that is not JSON
        | kind         | body                                            |
        | a bit of XML | (U+003C)Name(U+003E)Carlos(U+003C)/Name(U+003E) |

    Scenario: A contact whose closing bracket is missing is refused
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
        """
      Then it is refused as malformed

    Scenario: A list with one contact in it is refused
      When this request is sent:
        """
        POST /putAlternateContact HTTP/1.1
        Content-type: application/json

        [
          {
            "AlternateContactType": "BILLING",
            "Name": "Carlos Salazar",
            "Title": "CFO",
            "EmailAddress": "carlos@example.com",
            "PhoneNumber": "206-555-0199"
          }
        ]
        """
      Then it is refused as malformed

    Scenario Outline: A body that is merely <kind> is refused
      When the request is sent as the body "<body>"
      Then it is refused as malformed or denied

      Examples: Nothing in it
        | kind            | body    |
        | empty           | (empty) |
        | null            | null    |
        | an empty object | {}      |

  @PAC-BODY-2
  Rule: The same JSON may be written in any way that JSON allows

    Scenario: The order of the members means nothing
      When the request is sent with its members in reverse order
      Then it is accepted

    Scenario: The white space between the parts means nothing
      When the request is sent with white space around every part
      Then it is accepted

    Scenario: An escape is as good as the character it stands for
      When the request is sent with every character as a \u escape
      Then it is accepted

    @needs-read-back
    Scenario: An escape is stored as the character it stands for
      When the request is sent with every character as a \u escape
      Then the contact of the account is the one sent

    @full @needs-read-back
    Scenario Outline: An escape that JSON does not ask for is stored as <what>
      When this request is sent:
        """
        POST /putAlternateContact HTTP/1.1
        Content-type: application/json

        {
          "AlternateContactType": "BILLING",
          "Name": "<name>",
          "Title": "accountspec",
          "EmailAddress": "accountspec@example.com",
          "PhoneNumber": "2065550100"
        }
        """
      Then the contact of the account is the one sent

      Examples: One may write it, and some programs always do
        | what               | name             |
        | a slash            | Carlos\/Salazar  |
        | an accented letter | Jos\u00E9        |

    @needs-read-back
    Scenario: In reverse order, every member still goes to its place
      When the request is sent with its members in reverse order
      Then the contact of the account is the one sent

  @PAC-BODY-3
  Rule: A member that the page does not know is left open

    The page is silent; many endpoints overlook it, strict ones refuse it.

    Scenario: The body has a member named Colour
      When the request is sent with the unknown member "Colour"
      Then whether it is accepted is noted

  @PAC-BODY-4
  Rule: A member that is given twice is left open

    The page is silent, and so is JSON.

    Scenario: The body has two names
      When the request is sent with Name given twice
      Then whether it is accepted is noted

  @PAC-BODY-5
  Rule: A byte-order mark before the JSON is left open

    The page is silent; JSON lets a reader overlook these three bytes or refuse them.

    Scenario: The body begins with a byte-order mark
      When the request is sent after a byte-order mark
      Then whether it is accepted is noted

  @PAC-BODY-6
  Rule: A body that is not valid UTF-8 is not accepted

    Advice: the page is silent, so no endpoint fails here.

    Scenario: The name holds bytes that are no UTF-8
      When the request is sent with Name as the bytes 43 C3 28
      Then it is not accepted

  @PAC-BODY-7
  Rule: A body of a megabyte is left open

    The page gives no limit for the body as a whole.

    Scenario: The body is padded with white space
      When the request is sent padded to 1 MB
      Then whether it is accepted is noted

  @PAC-BODY-8
  Rule: What is nearly JSON is refused

    Advice: JSON itself lets a reader take more than JSON, so no endpoint fails here.

    Scenario Outline: A contact that <trait> is refused
      When this request is sent:
        """
        POST /putAlternateContact HTTP/1.1
        Content-type: application/json

        {
          "AlternateContactType": "BILLING",
          "Name": "Carlos Salazar",
          "EmailAddress": "carlos@example.com",
          "PhoneNumber": "206-555-0199",
          <title>
        }
        """
      Then it is refused as malformed

      Examples: Nearly JSON, and all that a contact needs
        | trait                             | title                   |
        | has a comma too many              | "Title": "CFO",         |
        | has a comment in it               | "Title": "CFO" /* me */ |
        | has single quotation marks        | 'Title': 'CFO'          |
        | has a member without any of those | Title: "CFO"            |

    @full
    Scenario: A contact with words behind it is refused
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
        } and so on
        """
      Then it is refused as malformed
