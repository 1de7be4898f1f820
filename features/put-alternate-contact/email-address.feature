Feature: The email address of an alternate contact

  Every alternate contact has an email address. The AWS page requires it, gives it
  a length of 1 to 254 characters, and gives it this pattern:

      ^[\s]*[\w+=.#|!&-]+@[\w.-]+\.[\w]+[\s]*$

  In words: a mailbox, an @, and a host with a dot in it. Letters, digits and the
  underscore may stand in each of these. The mailbox may also hold + = . # | ! & and
  hyphens. The host may also hold dots and hyphens, but no hyphen after its last dot.
  White space may stand around the address but not within it.

  Notation: (empty) is no text at all, ␠ a space, ␉ a tab, ␊ a line feed, ␍ a carriage
  return, \| a bar, (a × 64) the letter a, 64 times, and (U+000C) the character with that
  number in Unicode: (U+0022) is a quotation mark, (U+003C) and (U+003E) are angle
  brackets. For ◌, one character after another is tried.

  Background:
    Given an otherwise valid PutAlternateContact request

  @PAC-EMAIL-1
  Rule: An email address is required

    Scenario: A request without an email address is refused
      When the request is sent without EmailAddress
      Then it is refused with a ValidationException

    Scenario: An email address of null is no email address
      When the request is sent with EmailAddress as the JSON null
      Then it is refused as malformed

  @PAC-EMAIL-2
  Rule: An email address is 1 to 254 characters long

    Scenario Outline: An address of <length> characters is accepted
      When the request is sent with EmailAddress "<address>", <length> characters long
      Then it is accepted

      Examples: Up to the limit
        | length | address                                 |
        | 5      | a@b.c                                   |
        | 253    | (a × 64)@(b × 63).(c × 63).(d × 56).com |
        | 254    | (a × 64)@(b × 63).(c × 63).(d × 57).com |

    Scenario Outline: An address of 254 characters, most of them in its <part>, is accepted
      When the request is sent with EmailAddress "<address>", 254 characters long
      Then it is accepted

      Examples: Up to the limit, with one long part
        | part    | address       |
        | mailbox | (a × 250)@b.c |

      @full
      Examples: Up to the limit, with another long part
        | part   | address       |
        | host   | a@(b × 250).c |
        | ending | a@b.(c × 250) |

    Scenario Outline: An address of <length> characters is refused
      When the request is sent with EmailAddress "<address>", <length> characters long
      Then it is refused with a ValidationException

      Examples: Outside the limits
        | length | address                                 |
        | 0      | (empty)                                 |
        | 255    | (a × 64)@(b × 63).(c × 63).(d × 58).com |

    Scenario Outline: An address of 255 characters, most of them in its <part>, is refused
      When the request is sent with EmailAddress "<address>", 255 characters long
      Then it is refused with a ValidationException

      Examples: Past the limit, with one long part
        | part    | address       |
        | mailbox | (a × 251)@b.c |

      @full
      Examples: Past the limit, with another long part
        | part   | address       |
        | host   | a@(b × 251).c |
        | ending | a@b.(c × 251) |

    @full
    Scenario Outline: An address of 255 characters is refused for the <type> contact
      When the request is sent with AlternateContactType "<type>" and EmailAddress "(a × 251)@b.c"
      Then it is refused with a ValidationException

      Examples: Each contact type
        | type       |
        | BILLING    |
        | OPERATIONS |
        | SECURITY   |

  @PAC-EMAIL-3
  Rule: An email address follows the published pattern

    Scenario Outline: An address that <trait> is accepted
      When the request is sent with EmailAddress "<address>"
      Then it is accepted

      Examples: Everyday addresses
        | trait                    | address                    |
        | has a tag                | carlos+aws@example.com     |
        | has a hyphen in the host | carlos@mail-1.example.com  |
        | has capital letters      | Carlos.Salazar@Example.COM |

      Examples: White space around the address
        | trait                                    | address                                    |
        | begins with a space                      | ␠carlos@example.com                        |
        | ends with a space                        | carlos@example.com␠                        |
        | begins and ends with tabs                | ␉␉carlos@example.com␉                      |
        | ends with a line feed                    | carlos@example.com␊                        |
        | stands between white space of every kind | ␠␉␊␍(U+000C)carlos@example.com(U+000C)␍␊␉␠ |

      Examples: Unusual, but the pattern allows it
        | trait                                  | address                          |
        | uses every symbol allowed              | a_b+c=d.e#f\|g!h&i-j@example.com |
        | has two dots together                  | carlos..salazar@example.com      |
        | has an underscore in the host          | carlos@mail_1.example.com        |
        | has nothing but dots before the ending | carlos@..com                     |
        | ends in a part with an underscore      | carlos@example.c_m               |

      @full
      Examples: More everyday addresses
        | trait                        | address                    |
        | has several dots in the host | carlos@a.b.example.com     |
        | has a dot in the mailbox     | carlos.salazar@example.com |
        | has an underscore            | carlos_salazar@example.com |

      @full
      Examples: More white space around the address
        | trait                       | address                    |
        | begins with a line feed     | ␊carlos@example.com        |
        | ends with a carriage return | carlos@example.com␍        |
        | ends with a form feed       | carlos@example.com(U+000C) |

      @full
      Examples: More that is unusual
        | trait                             | address                |
        | begins with a dot                 | .carlos@example.com    |
        | has a dot before the @            | carlos.@example.com    |
        | ends in digits                    | carlos@example.123     |
        | has only symbols in the mailbox   | +=.#\|!&-_@example.com |
        | has a hyphen for a host           | carlos@-.com           |
        | has a dot after the @             | carlos@.example.com    |
        | has two dots together in the host | carlos@example..com    |
        | has a bare IP address for a host  | carlos@127.0.0.1       |

    Scenario: Every letter and every digit may stand in every part
      When the request is sent with EmailAddress "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
      Then it is accepted

    @full
    Scenario: A single letter may be the whole mailbox, host and ending
      When the request is sent with EmailAddress "◌@◌.◌", once for each ASCII letter
      Then each is accepted

    @full
    Scenario: A single digit may be the whole mailbox, host and ending
      When the request is sent with EmailAddress "◌@◌.◌", once for each digit
      Then each is accepted

    @full
    Scenario: Each symbol that the pattern names may stand in the mailbox
      When the request is sent with EmailAddress "carlos◌salazar@example.com", once for each of "_+=.#|!&-"
      Then each is accepted

    @full
    Scenario: Underscores, dots and hyphens may stand in the host
      When the request is sent with EmailAddress "carlos@exam◌ple.com", once for each of "_.-"
      Then each is accepted

    Scenario Outline: An address that <trait> is refused
      When the request is sent with EmailAddress "<address>"
      Then it is refused with a ValidationException

      Examples: Something is missing
        | trait                           | address             |
        | has no @                        | carlos.example.com  |
        | has no mailbox                  | @example.com        |
        | has no host                     | carlos@             |
        | has no dot in the host          | carlos@localhost    |
        | has nothing before the only dot | carlos@.com         |
        | ends in a dot                   | carlos@example.com. |

      Examples: Something does not belong
        | trait                          | address                    |
        | has two @                      | carlos@home@example.com    |
        | has a space within the mailbox | carlos␠salazar@example.com |
        | has a space within the host    | carlos@exam␠ple.com        |
        | has a comma                    | carlos,maria@example.com   |
        | has a slash                    | carlos/ops@example.com     |
        | has a plus sign in the host    | carlos@exam+ple.com        |
        | ends in a hyphenated part      | carlos@example.co-m        |

      Examples: An address, and more
        | trait                         | address                            |
        | is followed by a comma        | carlos@example.com,                |
        | is in angle brackets          | (U+003C)carlos@example.com(U+003E) |
        | has a word on the line before | carlos␊carlos@example.com          |
        | has a word on the line after  | carlos@example.com␊carlos          |

      Examples: Usual elsewhere, but the pattern does not allow it
        | trait                         | address                |
        | has an apostrophe             | o'neil@example.com     |
        | has a percent sign            | carlos%aws@example.com |
        | has an asterisk               | carlos*aws@example.com |
        | has an IP address in brackets | carlos@[192.0.2.1]     |

      @full
      Examples: More that is missing or does not belong
        | trait                              | address                           |
        | has a space before the @           | carlos␠@example.com               |
        | is only white space                | ␠␠␠                               |
        | ends in its only dot               | carlos@example.                   |
        | has two @ together                 | carlos@@example.com               |
        | has a space after the @            | carlos@␠example.com               |
        | has a space after the last dot     | carlos@example.␠com               |
        | has a line feed within the mailbox | carlos␊salazar@example.com        |
        | has a NUL character in the mailbox | carlos(U+0000)salazar@example.com |
        | has a NUL character at the end     | carlos@example.com(U+0000)        |
        | has a DEL character in the mailbox | carlos(U+007F)salazar@example.com |

      @full
      Examples: More than an address
        | trait                         | address                              |
        | follows a comma               | ,carlos@example.com                  |
        | is two addresses with a space | carlos@example.com␠maria@example.com |
        | is two addresses on two lines | carlos@example.com␊maria@example.com |

      @full
      Examples: More that is usual elsewhere
        | trait                            | address                            |
        | has a mailbox in quotation marks | (U+0022)carlos(U+0022)@example.com |

    @full
    Scenario: No other character on a keyboard may stand in the mailbox
      When the request is sent with EmailAddress "carlos◌salazar@example.com", once for each printable ASCII character but letters, digits and "_+=.#|!&-"
      Then each is refused with a ValidationException

    @full
    Scenario: No other character on a keyboard may stand in the host
      When the request is sent with EmailAddress "carlos@exam◌ple.com", once for each printable ASCII character but letters, digits and "_.-"
      Then each is refused with a ValidationException

    @full
    Scenario: No other character on a keyboard may stand after the last dot
      When the request is sent with EmailAddress "carlos@example.c◌m", once for each printable ASCII character but letters, digits and "_."
      Then each is refused with a ValidationException

    @full
    Scenario Outline: No control character may stand <where>
      When the request is sent with EmailAddress "<address>", once for each control character
      Then each is refused with a ValidationException

      Examples: Within the address
        | where              | address                     |
        | in the mailbox     | carlos◌salazar@example.com  |
        | in the host        | carlos@exam◌ple.com         |
        | after the last dot | carlos@example.c◌m          |

    @full
    Scenario Outline: An address without @ is refused for the <type> contact
      When the request is sent with AlternateContactType "<type>" and EmailAddress "carlos.example.com"
      Then it is refused with a ValidationException

      Examples: Each contact type
        | type       |
        | BILLING    |
        | OPERATIONS |
        | SECURITY   |

  @PAC-EMAIL-4
  Rule: White space around an email address counts towards its length

    Scenario Outline: An address of <length> characters and <blank> is accepted
      When the request is sent with EmailAddress "<address>", 254 characters long
      Then it is accepted

      Examples: Up to the limit
        | length | blank   | address                                  |
        | 253    | a space | (a × 64)@(b × 63).(c × 63).(d × 56).com␠ |

    Scenario Outline: An address of <length> characters and <blank> is refused
      When the request is sent with EmailAddress "<address>", 255 characters long
      Then it is refused with a ValidationException

      Examples: Past the limit
        | length | blank   | address                                  |
        | 254    | a space | (a × 64)@(b × 63).(c × 63).(d × 57).com␠ |

      @full
      Examples: Past the limit, in other ways
        | length | blank             | address                                  |
        | 254    | a space before it | ␠(a × 64)@(b × 63).(c × 63).(d × 57).com |
        | 18     | 237 spaces        | carlos@example.com(␠ × 237)              |

  @PAC-EMAIL-5
  Rule: An email address is a JSON string

    Scenario Outline: An email address that is <kind> is refused
      When the request is sent with EmailAddress as the JSON <json>
      Then it is refused as malformed

      Examples: Not a string
        | kind      | json                              |
        | a list    | ["carlos@example.com"]            |
        | an object | {"Address": "carlos@example.com"} |

  @PAC-EMAIL-6
  Rule: An email address that is a number or a truth value is left open

    The page asks for a string, but AWS's own software for servers takes these for one.

    Scenario Outline: An email address that is <kind>
      When the request is sent with EmailAddress as the JSON <json>
      Then whether it is accepted is noted

      Examples: Other kinds of JSON
        | kind          | json |
        | a number      | 12   |
        | a truth value | true |

  @PAC-EMAIL-7
  Rule: A no-break space beside an email address is left open

    The pattern says white space; some dialects count this character as such, some do not.

    Scenario: An address that ends with a no-break space
      When the request is sent with EmailAddress "carlos@example.com(U+00A0)"
      Then whether it is accepted is noted

  @PAC-EMAIL-8
  Rule: An ideographic space beside an email address is left open

    The pattern says white space; some dialects count this character as such, some do not.

    Scenario: An address that ends with an ideographic space
      When the request is sent with EmailAddress "carlos@example.com(U+3000)"
      Then whether it is accepted is noted

  @PAC-EMAIL-9
  Rule: A vertical tab beside an email address is left open

    The pattern says white space; some dialects count this character as such, some do not.

    Scenario: An address that ends with a vertical tab
      When the request is sent with EmailAddress "carlos@example.com(U+000B)"
      Then whether it is accepted is noted

  @PAC-EMAIL-10
  Rule: A letter beyond ASCII in the mailbox is left open

    The pattern says letters; some dialects count this one as such, some do not.

    Scenario: An address with an accented letter in the mailbox
      When the request is sent with EmailAddress "josé@example.com"
      Then whether it is accepted is noted

  @PAC-EMAIL-11
  Rule: A letter beyond ASCII in the host is left open

    The pattern says letters; some dialects count this one as such, some do not.

    Scenario: An address with an accented letter in the host
      When the request is sent with EmailAddress "carlos@café.example.com"
      Then whether it is accepted is noted

  @PAC-EMAIL-12
  Rule: A letter beyond ASCII in the ending is left open

    The pattern says letters; some dialects count this one as such, some do not.

    Scenario: An address with an accented letter in the ending
      When the request is sent with EmailAddress "carlos@example.cöm"
      Then whether it is accepted is noted
