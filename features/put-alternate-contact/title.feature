Feature: The title of an alternate contact

  Every alternate contact has a title, such as CFO. The AWS page requires it and gives
  it a length of 1 to 50 characters. It gives no pattern: any text of that length is
  a title, in any script, with any signs in it.

  Notation: (empty) is no text at all, ␠ a space, \\ one backslash, \| a bar, (a × 50) the
  letter a, 50 times, and (U+0007) the character with that number in Unicode: (U+0022) is
  a quotation mark, (U+003C) and (U+003E) are angle brackets.

  Background:
    Given an otherwise valid PutAlternateContact request

  @PAC-TITLE-1
  Rule: A title is required

    Scenario: A request without a title is refused
      When the request is sent without Title
      Then it is refused with a ValidationException

    Scenario: A title of null is no title
      When the request is sent with Title as the JSON null
      Then it is refused as malformed

  @PAC-TITLE-2
  Rule: A title is 1 to 50 characters long

    Scenario Outline: A title of <length> <characters> is accepted
      When the request is sent with Title "<title>", <length> characters long
      Then it is accepted

      Examples: Up to the limit
        | length | characters | title    |
        | 1      | letter     | C        |
        | 50     | letters    | (a × 50) |

      Examples: Up to the limit, beyond ASCII
        | length | characters       | title    |
        | 50     | accented letters | (é × 50) |

      @full
      Examples: Up to the limit, in other ways
        | length | characters         | title     |
        | 49     | letters            | (a × 49)  |
        | 1      | Chinese character  | 王        |
        | 50     | Chinese characters | (王 × 50) |

    Scenario Outline: A title of <length> <characters> is refused
      When the request is sent with Title "<title>", <length> characters long
      Then it is refused with a ValidationException

      Examples: Outside the limits
        | length | characters                    | title     |
        | 0      | characters                    | (empty)   |
        | 51     | letters                       | (a × 51)  |
        | 51     | characters, the last a space, | (a × 50)␠ |

      Examples: Past the limit, beyond ASCII
        | length | characters       | title    |
        | 51     | accented letters | (é × 51) |

      @full
      Examples: Past the limit, in other ways
        | length | characters                          | title     |
        | 51     | characters, the first a space,      | ␠(a × 50) |
        | 51     | Chinese characters                  | (王 × 51) |
        | 51     | emoji                               | (😀 × 51) |
        | 51     | characters, two of them spaces,     | (a × 24)␠␠(a × 25) |
        | 64     | letters, which would do for a name, | (a × 64)  |

    @full
    Scenario Outline: A title of 51 characters is refused for the <type> contact
      When the request is sent with AlternateContactType "<type>" and Title "(a × 51)"
      Then it is refused with a ValidationException

      Examples: Each contact type
        | type       |
        | BILLING    |
        | OPERATIONS |
        | SECURITY   |

    @full
    Scenario: A title of a million letters is not accepted
      When the request is sent with Title "(a × 1000000)", 1000000 characters long
      Then it is not accepted

  @PAC-TITLE-3
  Rule: A title may be any text

    Scenario Outline: A title that <trait> is accepted
      When the request is sent with Title "<title>"
      Then it is accepted

      Examples: Everyday titles
        | trait                    | title                  |
        | has accents              | Directora de Operación |
        | is written right to left | المدير المالي          |
        | has an emoji             | CFO 👍                 |

      Examples: Unusual, but no rule is against it
        | trait                         | title                                                   |
        | uses every sign on a keyboard | !(U+0022)#$%&'()*+,-./:;(U+003C)=(U+003E)?@[\\]^_`{\|}~ |
        | begins with a space           | ␠CFO                                                    |
        | ends with a space             | CFO␠                                                    |

      @full
      Examples: More titles
        | trait                        | title               |
        | is Chinese                   | 首席财务官          |
        | has a slash                  | Owner / Founder     |
        | has full stops               | Sr. V.P.            |
        | has two spaces together      | Chief␠␠Officer      |
        | is a number                  | 007                 |
        | is the word null             | null                |
        | looks like an escape in JSON | Chief\\u0020Officer |

  @PAC-TITLE-4
  Rule: An emoji in a title counts as one character

    Advice: the page does not say what a character is, so no endpoint fails here.

    Scenario: A title of 50 emoji is accepted
      When the request is sent with Title "(😀 × 50)", 50 characters long
      Then it is accepted

  @PAC-TITLE-5
  Rule: A title is a JSON string

    Scenario Outline: A title that is <kind> is refused
      When the request is sent with Title as the JSON <json>
      Then it is refused as malformed

      Examples: Not a string
        | kind      | json             |
        | a list    | ["CFO"]          |
        | an object | {"Short": "CFO"} |

  @PAC-TITLE-6
  Rule: A title that is a number or a truth value is left open

    The page asks for a string, but AWS's own software for servers takes these for one.

    Scenario Outline: A title that is <kind>
      When the request is sent with Title as the JSON <json>
      Then whether it is accepted is noted

      Examples: Other kinds of JSON
        | kind          | json |
        | a number      | 12   |
        | a truth value | true |

  @PAC-TITLE-7
  Rule: A title that is nothing but spaces is left open

    It has a lawful length, and yet nothing in it.

    Scenario: A title of three spaces
      When the request is sent with Title "␠␠␠"
      Then whether it is accepted is noted

  @PAC-TITLE-8
  Rule: A control character in a title is left open

    The page gives no pattern, and does not say that it means text one can see.

    Scenario: A title with a control character
      When the request is sent with Title "Chief(U+0007)Officer"
      Then whether it is accepted is noted
