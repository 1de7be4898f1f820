Feature: The phone number of an alternate contact

  Every alternate contact has a phone number. The AWS page requires it, gives it
  a length of 1 to 25 characters, and gives it this pattern:

      ^[\s0-9()+-]+$

  In words: digits from 0 to 9, round brackets, plus signs, hyphens and white space,
  in any order. The pattern does not ask for a number that can be dialled.

  Notation: (empty) is no text at all, ␠ a space, ␉ a tab, ␊ a line feed, ␍ a carriage
  return, (1 × 25) the digit 1, 25 times, and (U+000C) the character with that number in
  Unicode. Other brackets are just brackets. For ◌, one character after another is tried.

  Background:
    Given an otherwise valid PutAlternateContact request

  @PAC-PHONE-1
  Rule: A phone number is required

    Scenario: A request without a phone number is refused
      When the request is sent without PhoneNumber
      Then it is refused with a ValidationException

    Scenario: A phone number of null is no phone number
      When the request is sent with PhoneNumber as the JSON null
      Then it is refused as malformed

  @PAC-PHONE-2
  Rule: A phone number is 1 to 25 characters long

    Scenario Outline: A phone number of <length> <characters> is accepted
      When the request is sent with PhoneNumber "<number>", <length> characters long
      Then it is accepted

      Examples: Up to the limit
        | length | characters | number   |
        | 1      | digit      | 1        |
        | 24     | digits     | (1 × 24) |
        | 25     | digits     | (1 × 25) |

      @full
      Examples: Up to the limit, not all of it digits
        | length | characters                    | number    |
        | 25     | hyphens                       | (- × 25)  |
        | 25     | characters, the last a space, | (1 × 24)␠ |

    Scenario Outline: A phone number of <length> <characters> is refused
      When the request is sent with PhoneNumber "<number>", <length> characters long
      Then it is refused with a ValidationException

      Examples: Outside the limits
        | length | characters                    | number    |
        | 0      | characters                    | (empty)   |
        | 26     | digits                        | (1 × 26)  |
        | 26     | characters, the last a space, | (1 × 25)␠ |

      @full
      Examples: Past the limit, in other ways
        | length | characters                       | number          |
        | 26     | characters, the first a space,   | ␠(1 × 25)       |
        | 26     | characters, most of them spaces, | 206(␠ × 19)0199 |

    @full
    Scenario Outline: A phone number of 26 digits is refused for the <type> contact
      When the request is sent with AlternateContactType "<type>" and PhoneNumber "(1 × 26)"
      Then it is refused with a ValidationException

      Examples: Each contact type
        | type       |
        | BILLING    |
        | OPERATIONS |
        | SECURITY   |

  @PAC-PHONE-3
  Rule: A phone number follows the published pattern

    Scenario Outline: A phone number that <trait> is accepted
      When the request is sent with PhoneNumber "<number>"
      Then it is accepted

      Examples: Everyday numbers
        | trait              | number          |
        | has hyphens        | 206-555-0199    |
        | has brackets       | (206) 555-0199  |
        | has a country code | +1 206 555 0199 |

      Examples: White space
        | trait                         | number              |
        | begins with a space           | ␠206-555-0199       |
        | ends with a space             | 206-555-0199␠       |
        | has tabs                      | 206␉555␉0199        |
        | ends with a line feed         | 206-555-0199␊       |
        | has white space of every kind | 206␠␉␊␍(U+000C)0199 |

      Examples: Unusual, but the pattern allows it
        | trait                        | number          |
        | uses every character allowed | +0123456789 (-) |
        | is a pair of brackets        | ()              |
        | is only white space          | ␠␠␠             |

      @full
      Examples: More white space
        | trait                 | number              |
        | has a line feed       | 206␊555-0199        |
        | has a carriage return | 206␍555-0199        |
        | has a form feed       | 206(U+000C)555-0199 |

      @full
      Examples: More that is unusual
        | trait                          | number     |
        | is a single plus sign          | +          |
        | has a bracket that stays open  | (206       |
        | is digits and nothing else     | 2065550199 |
        | has its brackets the wrong way | )206(      |
        | has a plus sign at the end     | 206+       |
        | has two hyphens together       | 206--0199  |

    @full
    Scenario: Each character that the pattern names may stand within a phone number
      When the request is sent with PhoneNumber "206◌0199", once for each of "0123456789()+- "
      Then each is accepted

    Scenario Outline: A phone number that <trait> is refused
      When the request is sent with PhoneNumber "<number>"
      Then it is refused with a ValidationException

      Examples: Usual elsewhere, but the pattern does not allow it
        | trait                  | number              |
        | has letters for digits | 1-800-FLOWERS       |
        | has an extension       | 206-555-0199 ext. 4 |
        | has dots               | 206.555.0199        |
        | has a slash            | 206/555-0199        |

      Examples: A phone number, and more
        | trait                         | number            |
        | follows a letter              | x206-555-0199     |
        | is followed by a letter       | 206-555-0199x     |
        | has a word on the line before | home␊206-555-0199 |
        | has a word on the line after  | 206-555-0199␊home |

      Examples: Digits beyond ASCII
        | trait                 | number          |
        | has full-width digits | ２０６-555-0199 |

      @full
      Examples: More that is usual elsewhere
        | trait                   | number           |
        | has a comma             | 206-555-0199,4   |
        | has square brackets     | [206] 555-0199   |
        | is a link               | tel:+12065550199 |
        | has Arabic digits       | ٢٠٦-555-0199     |
        | has a dash for a hyphen | 206–555–0199     |

      @full
      Examples: Something that cannot be seen
        | trait               | number              |
        | has a NUL character | 206(U+0000)555-0199 |

    @full
    Scenario: No other character on a keyboard may stand within a phone number
      When the request is sent with PhoneNumber "206◌0199", once for each printable ASCII character but digits and " ()+-"
      Then each is refused with a ValidationException

    @full
    Scenario Outline: A phone number with letters is refused for the <type> contact
      When the request is sent with AlternateContactType "<type>" and PhoneNumber "1-800-FLOWERS"
      Then it is refused with a ValidationException

      Examples: Each contact type
        | type       |
        | BILLING    |
        | OPERATIONS |
        | SECURITY   |

  @PAC-PHONE-4
  Rule: A phone number is a JSON string

    Scenario Outline: A phone number that is <kind> is refused
      When the request is sent with PhoneNumber as the JSON <json>
      Then it is refused as malformed

      Examples: Not a string
        | kind      | json                       |
        | a list    | ["206-555-0199"]           |
        | an object | {"Office": "206-555-0199"} |

  @PAC-PHONE-5
  Rule: A phone number that is a JSON number is left open

    The page asks for a string, but AWS's own software for servers takes a number for one.

    Scenario: A phone number without quotation marks
      When the request is sent with PhoneNumber as the JSON 2065550199
      Then whether it is accepted is noted

  @PAC-PHONE-6
  Rule: A no-break space in a phone number is left open

    The pattern says white space; some dialects count this character as such, some do not.

    Scenario: A phone number with a no-break space
      When the request is sent with PhoneNumber "206(U+00A0)555-0199"
      Then whether it is accepted is noted

  @PAC-PHONE-7
  Rule: A vertical tab in a phone number is left open

    The pattern says white space; some dialects count this character as such, some do not.

    Scenario: A phone number with a vertical tab
      When the request is sent with PhoneNumber "206(U+000B)555-0199"
      Then whether it is accepted is noted

  @PAC-PHONE-8
  Rule: A phone number that is a truth value is left open

    The page asks for a string, but AWS's own software for servers takes this for one.

    Scenario: A phone number of true
      When the request is sent with PhoneNumber as the JSON true
      Then whether it is accepted is noted
