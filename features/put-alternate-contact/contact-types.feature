Feature: Which contact is set

  Besides its owner, an AWS account can name three people to turn to: one about its
  bills, one about its operations and one about its security. These are its alternate
  contacts. A request is about one of them, and says which in one of three words:

      BILLING, OPERATIONS, SECURITY

  A word that is none of these is invalid by the AWS page, and AWS itself answers it
  as something the caller may not touch. Whether a missing word falls under that is not
  known. So "refused" alone means refused with either error, ValidationException or
  AccessDeniedException.

  Notation: (empty) is no text at all, ␠ a space, ␊ a line feed, \| a bar, and (U+0022)
  a quotation mark.

  Background:
    Given an otherwise valid PutAlternateContact request

  @PAC-TYPE-1
  Rule: A contact type is required

    Scenario: A request without a contact type is refused
      When the request is sent without AlternateContactType
      Then it is refused

    Scenario: A contact type of null is no contact type
      When the request is sent with AlternateContactType as the JSON null
      Then it is refused as malformed or denied

  @PAC-TYPE-2
  Rule: The contact type is BILLING, OPERATIONS or SECURITY, and is spelled so

    Scenario Outline: The contact type <type> is accepted
      When the request is sent with AlternateContactType "<type>"
      Then it is accepted

      Examples: Each contact type
        | type       |
        | BILLING    |
        | OPERATIONS |
        | SECURITY   |

    Scenario Outline: A contact type that <trait> is refused
      When the request is sent with AlternateContactType "<type>"
      Then it is refused

      Examples: Not one of the three
        | trait           | type    |
        | is empty        | (empty) |
        | is another word | OTHER   |

      Examples: One of the three, spelled otherwise
        | trait               | type     |
        | is in small letters | billing  |
        | begins with a space | ␠BILLING |
        | ends with a space   | BILLING␠ |

      Examples: One of the three, and more
        | trait               | type          |
        | begins like BILLING | BILLINGS      |
        | ends like SECURITY  | CYBERSECURITY |

      @full
      Examples: More words that are none of the three
        | trait                          | type                              |
        | is operations in small letters | operations                        |
        | is security in small letters   | security                          |
        | is one that AWS has elsewhere  | PRIMARY                           |
        | is in quotation marks          | (U+0022)BILLING(U+0022)           |
        | is only a space                | ␠                                 |
        | is BILLING cut short           | BILL                              |
        | is two of the three            | BILLING,SECURITY                  |
        | ends with a line feed          | BILLING␊                          |
        | is all three as printed        | BILLING \| OPERATIONS \| SECURITY |

  @PAC-TYPE-3 @needs-read-back
  Rule: The contact type says which of the account's contacts is set

    Scenario Outline: A request for <type> sets the <type> contact
      When the request is sent with AlternateContactType "<type>"
      Then the <type> contact of the account is the one sent

      Examples: Each contact type
        | type       |
        | BILLING    |
        | OPERATIONS |
        | SECURITY   |

  @PAC-TYPE-4
  Rule: A contact type is a JSON string

    Scenario Outline: A contact type that is <kind> is refused
      When the request is sent with AlternateContactType as the JSON <json>
      Then it is refused as malformed or denied

      Examples: Not a string
        | kind      | json                |
        | a list    | ["BILLING"]         |
        | an object | {"Type": "BILLING"} |

  @PAC-TYPE-5
  Rule: A contact type that is a number or a truth value is left open

    The page asks for a string, but AWS's own software for servers takes these for one.

    Scenario Outline: A contact type that is <kind>
      When the request is sent with AlternateContactType as the JSON <json>
      Then whether it is accepted is noted

      Examples: Other kinds of JSON
        | kind          | json |
        | a number      | 12   |
        | a truth value | true |

  @PAC-TYPE-6
  Rule: The spelling of the sample requests is left open

    The samples spell it one way, the valid values another.

    Scenario: The contact type Billing, as AWS's sample requests spell it
      When the request is sent with AlternateContactType "Billing"
      Then whether it is accepted is noted
