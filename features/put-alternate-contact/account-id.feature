Feature: How an AccountId is written

  A request may name the account whose contact is set, by its AccountId. The AWS page
  makes it optional, calls it twelve digits long, and gives it this pattern:

      ^\d{12}$

  Who may give whose AccountId is told in "Whose contact a caller may set". Here the
  management account gives that of a member, which it may, and only the way in which it
  is written changes.

  What is not twelve digits cannot be a member's AccountId either, so "refused" alone
  means refused with either error, ValidationException or AccessDeniedException.

  Notation: (empty) is no text at all, ␠ a space, ␉ a tab, ␊ a line feed, and (the
  AccountId of a member) that account's twelve digits. For ◌, one character after
  another is tried.

  Background:
    Given an otherwise valid PutAlternateContact request

  @PAC-ACCOUNT-2
  Rule: An AccountId is optional

    Scenario: A request without an AccountId is accepted
      When the request is sent without AccountId
      Then it is accepted

  @PAC-ACCOUNT-3 @needs-organization
  Rule: An AccountId is exactly twelve digits

    Background:
      Given an organization with all features and trusted access

    Scenario: The twelve digits of a member's AccountId are accepted
      When the management account sends the request with AccountId "(the AccountId of a member)", 12 characters long
      Then it is accepted

    Scenario Outline: An AccountId that <trait> is refused
      When the management account sends the request with AccountId "<id>"
      Then it is refused

      Examples: Too few and too many
        | trait                            | id                           |
        | is empty                         | (empty)                      |
        | has eleven digits                | 12345678901                  |
        | has thirteen digits              | 1234567890123                |
        | is a member's with a 0 before it | 0(the AccountId of a member) |
        | is a member's with a 0 after it  | (the AccountId of a member)0 |

      Examples: Not only digits
        | trait                                | id                           |
        | has a letter among its twelve        | 12345678901a                 |
        | is twelve letters                    | abcdefghijkl                 |
        | is a member's with a letter after it | (the AccountId of a member)x |
        | is grouped with hyphens              | 1234-5678-9012               |

      Examples: White space around it
        | trait                            | id                           |
        | is a member's after a space      | ␠(the AccountId of a member) |
        | is a member's before a space     | (the AccountId of a member)␠ |
        | is a member's before a line feed | (the AccountId of a member)␊ |

      @full
      Examples: More that is not twelve digits
        | trait                                      | id                                 |
        | is a member's after a tab                  | ␉(the AccountId of a member)       |
        | is a member's, and a word on the next line | (the AccountId of a member)␊member |
        | is a member's with a comma after it        | (the AccountId of a member),       |
        | is a member's with a plus before it        | +(the AccountId of a member)       |
        | is a member's with a fraction              | (the AccountId of a member).0      |
        | is the word self                           | self                               |
        | is a member's in a path                    | account/(the AccountId of a member) |

      @full
      Examples: Digits beyond ASCII, which name no member in any dialect
        | trait                       | id                       |
        | is twelve full-width digits | １２３４５６７８９０１２ |

    @full
    Scenario: No other character on a keyboard may stand among the twelve
      When the management account sends the request with AccountId "123456◌89012", once for each printable ASCII character but digits
      Then each is refused

  @PAC-ACCOUNT-4 @needs-organization
  Rule: An AccountId is a JSON string

    Background:
      Given an organization with all features and trusted access

    Scenario Outline: An AccountId that is <kind> is refused
      When the management account sends the request with AccountId as the JSON <json>
      Then it is refused as malformed or denied

      Examples: Not a string
        | kind                      | json                                  |
        | a list of a member's      | ["(the AccountId of a member)"]       |
        | an object with a member's | {"Id": "(the AccountId of a member)"} |
        | a truth value             | true                                  |

  @PAC-ACCOUNT-5 @needs-organization
  Rule: A malformed AccountId is answered with a ValidationException

    Advice: the page does not say which of its rules answers first, so no endpoint fails here.

    Background:
      Given an organization with all features and trusted access

    Scenario Outline: An AccountId that <trait> is invalid
      When the management account sends the request with AccountId "<id>"
      Then it is refused with a ValidationException

      Examples: Plainly against the pattern
        | trait                         | id            |
        | is empty                      | (empty)       |
        | has eleven digits             | 12345678901   |
        | has thirteen digits           | 1234567890123 |
        | has a letter among its twelve | 12345678901a  |

  @PAC-ACCOUNT-6
  Rule: An AccountId of null is left open

    Null may mean that nothing was given.

    Scenario: An AccountId of null
      When the request is sent with AccountId as the JSON null
      Then whether it is accepted is noted

  @PAC-ACCOUNT-7 @needs-organization
  Rule: An AccountId that is a JSON number is left open

    The page asks for a string, but AWS's own software for servers takes a number for one.

    Scenario: A member's AccountId without quotation marks
      Given an organization with all features and trusted access
      When the management account sends the request with AccountId as the JSON (the AccountId of a member)
      Then whether it is accepted is noted
