Feature: The name of an alternate contact

  Every alternate contact has a name. The AWS page requires it and gives it a length
  of 1 to 64 characters. It gives no pattern: any text of that length is a name,
  in any script, with any signs in it.

  Notation: (empty) is no text at all, ␠ a space, \\ one backslash, \| a bar, (a × 64) the
  letter a, 64 times, and (U+0007) the character with that number in Unicode: (U+0022) is
  a quotation mark, (U+003C) and (U+003E) are angle brackets.

  Background:
    Given an otherwise valid PutAlternateContact request

  @PAC-NAME-1
  Rule: A name is required

    Scenario: A request without a name is refused
      When the request is sent without Name
      Then it is refused with a ValidationException

    Scenario: A name of null is no name
      When the request is sent with Name as the JSON null
      Then it is refused as malformed

  @PAC-NAME-2
  Rule: A name is 1 to 64 characters long

    Scenario Outline: A name of <length> <characters> is accepted
      When the request is sent with Name "<name>", <length> characters long
      Then it is accepted

      Examples: Up to the limit
        | length | characters | name     |
        | 1      | letter     | C        |
        | 63     | letters    | (a × 63) |
        | 64     | letters    | (a × 64) |

      Examples: Up to the limit, beyond ASCII
        | length | characters       | name     |
        | 64     | accented letters | (é × 64) |

      @full
      Examples: Up to the limit, in other scripts
        | length | characters         | name      |
        | 1      | Chinese character  | 王        |
        | 64     | Chinese characters | (王 × 64) |

    Scenario Outline: A name of <length> <characters> is refused
      When the request is sent with Name "<name>", <length> characters long
      Then it is refused with a ValidationException

      Examples: Outside the limits
        | length | characters                    | name      |
        | 0      | characters                    | (empty)   |
        | 65     | letters                       | (a × 65)  |
        | 65     | characters, the last a space, | (a × 64)␠ |

      Examples: Past the limit, beyond ASCII
        | length | characters       | name     |
        | 65     | accented letters | (é × 65) |

      @full
      Examples: Past the limit, in other ways
        | length | characters                     | name      |
        | 65     | characters, the first a space, | ␠(a × 64) |
        | 65     | Chinese characters             | (王 × 65) |
        | 65     | emoji                          | (😀 × 65) |
        | 65     | characters, two of them spaces, | (a × 31)␠␠(a × 32) |

    @full
    Scenario Outline: A name of 65 characters is refused for the <type> contact
      When the request is sent with AlternateContactType "<type>" and Name "(a × 65)"
      Then it is refused with a ValidationException

      Examples: Each contact type
        | type       |
        | BILLING    |
        | OPERATIONS |
        | SECURITY   |

    Scenario: A name of a million letters is not accepted
      When the request is sent with Name "(a × 1000000)", 1000000 characters long
      Then it is not accepted

  @PAC-NAME-3
  Rule: A name may be any text

    Scenario Outline: A name that <trait> is accepted
      When the request is sent with Name "<name>"
      Then it is accepted

      Examples: Everyday names
        | trait                    | name             |
        | has accents              | José Núñez Gómez |
        | has an apostrophe        | Ciara O'Brien    |
        | is written right to left | كارلوس سالازار   |
        | has an emoji             | Carlos 😀 Salazar |

      Examples: Unusual, but no rule is against it
        | trait                         | name                                                    |
        | uses every sign on a keyboard | !(U+0022)#$%&'()*+,-./:;(U+003C)=(U+003E)?@[\\]^_`{\|}~ |
        | begins with a space           | ␠Carlos                                                 |
        | ends with a space             | Carlos␠                                                 |

      @full
      Examples: More scripts
        | trait       | name                 |
        | is Chinese  | 王小明               |
        | is Russian  | Карлос Салазар       |
        | is Hindi    | कार्लोस सालाज़ार       |
        | is Japanese | カルロス・サラザール |

      @full
      Examples: More that is unusual
        | trait                        | name                  |
        | has two spaces together      | Carlos␠␠Salazar       |
        | has a no-break space         | Carlos(U+00A0)Salazar |
        | is a single full stop        | .                     |
        | is a number                  | 007                   |
        | is the word null             | null                  |
        | looks like an escape in JSON | Carlos\\u0020Salazar  |

  @PAC-NAME-4
  Rule: An emoji in a name counts as one character

    Advice: the page does not say what a character is, so no endpoint fails here.

    Scenario: A name of 64 emoji is accepted
      When the request is sent with Name "(😀 × 64)", 64 characters long
      Then it is accepted

  @PAC-NAME-5
  Rule: A name is a JSON string

    Scenario Outline: A name that is <kind> is refused
      When the request is sent with Name as the JSON <json>
      Then it is refused as malformed

      Examples: Not a string
        | kind      | json                |
        | a list    | ["Carlos"]          |
        | an object | {"First": "Carlos"} |

  @PAC-NAME-6
  Rule: A name that is a number or a truth value is left open

    The page asks for a string, but AWS's own software for servers takes these for one.

    Scenario Outline: A name that is <kind>
      When the request is sent with Name as the JSON <json>
      Then whether it is accepted is noted

      Examples: Other kinds of JSON
        | kind          | json |
        | a number      | 12   |
        | a truth value | true |

  @PAC-NAME-7
  Rule: A name that is nothing but spaces is left open

    It has a lawful length, and yet nothing in it.

    Scenario: A name of three spaces
      When the request is sent with Name "␠␠␠"
      Then whether it is accepted is noted

  @PAC-NAME-8
  Rule: A control character in a name is left open

    The page gives no pattern, and does not say that it means text one can see.

    Scenario: A name with a control character
      When the request is sent with Name "Carlos(U+0007)Salazar"
      Then whether it is accepted is noted
