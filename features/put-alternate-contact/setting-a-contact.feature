Feature: Setting a contact

  A call creates the contact that it names, or overwrites the one that is there. It sets
  that contact as a whole, and nothing else: not the account's other contacts, not the
  contacts of other accounts. A call that is refused sets nothing at all.

  Whatever is set here is read back. AWS may take a while to show what it stored, so it
  is asked again for some time before anything is said. AWS also drops the white space
  around an email address; the page is silent about that, and both ways are right.

  Notation: ␠ is a space, ␉ a tab, ␊ a line feed, \\ one backslash, \| a bar, (a × 64) the
  letter a, 64 times, (U+0022) a quotation mark, and (U+003C) and (U+003E) are angle
  brackets.

  Background:
    Given an otherwise valid PutAlternateContact request

  @PAC-OP-1 @needs-read-back
  Rule: A call sets one alternate contact of one AWS account

    Scenario: A contact that was set can be read back
      When the request is sent
      Then the contact of the account is the one sent

  @PAC-SET-1 @needs-read-back @needs-delete
  Rule: A contact that the account did not have is created

    Scenario Outline: Where there is no <type> contact, the request is accepted
      Given the account has no <type> contact
      When the request is sent with AlternateContactType "<type>"
      Then it is accepted

      Examples: One contact type
        | type     |
        | SECURITY |

      @full
      Examples: The other contact types
        | type       |
        | BILLING    |
        | OPERATIONS |

    Scenario Outline: Where there is no <type> contact, one is created
      Given the account has no <type> contact
      When the request is sent with AlternateContactType "<type>"
      Then the <type> contact of the account is the one sent

      Examples: One contact type
        | type     |
        | SECURITY |

      @full
      Examples: The other contact types
        | type       |
        | BILLING    |
        | OPERATIONS |

  @PAC-SET-2 @needs-read-back
  Rule: A contact that the account had is overwritten as a whole

    Scenario Outline: Where there is a <type> contact, the request is accepted
      Given the account has a <type> contact
      When the request is sent with AlternateContactType "<type>"
      Then it is accepted

      Examples: One contact type
        | type       |
        | OPERATIONS |

      @full
      Examples: The other contact types
        | type       |
        | BILLING    |
        | SECURITY   |

    Scenario Outline: Where there is a <type> contact, it is overwritten
      Given the account has a <type> contact
      When the request is sent with AlternateContactType "<type>"
      Then the <type> contact of the account is the one sent

      Examples: One contact type
        | type       |
        | OPERATIONS |

      @full
      Examples: The other contact types
        | type     |
        | BILLING  |
        | SECURITY |

  @PAC-SET-3 @needs-read-back
  Rule: The contact has the email address, name, phone number and title that were sent

    Scenario Outline: The <field> that <trait> is stored as it was sent
      When the request is sent with <field> "<text>"
      Then the contact of the account is the one sent

      Examples: As long as allowed
        | field        | trait              | text                                    |
        | EmailAddress | has 254 characters | (a × 64)@(b × 63).(c × 63).(d × 57).com |
        | Name         | has 64 characters  | (a × 64)                                |
        | PhoneNumber  | has 25 characters  | (1 × 25)                                |
        | Title        | has 50 characters  | (a × 50)                                |

      Examples: White space belongs to the text
        | field       | trait                 | text             |
        | Name        | stands between spaces | ␠Carlos Salazar␠ |
        | PhoneNumber | stands between spaces | ␠206-555-0199␠   |
        | Title       | stands between spaces | ␠CFO␠            |

      Examples: Signs that mean something elsewhere
        | field        | trait                         | text                                                    |
        | EmailAddress | has capital letters           | Carlos.Salazar@Example.COM                              |
        | EmailAddress | uses every symbol allowed     | a_b+c=d.e#f\|g!h&i-j@example.com                        |
        | Name         | uses every sign on a keyboard | !(U+0022)#$%&'()*+,-./:;(U+003C)=(U+003E)?@[\\]^_`{\|}~ |

      Examples: Letters beyond ASCII
        | field | trait       | text       |
        | Name  | has accents | José Núñez |
        | Title | is Chinese  | 首席财务官 |

      @full
      Examples: More white space
        | field        | trait                    | text                 |
        | EmailAddress | stands between spaces    | ␠carlos@example.com␠ |
        | Name         | has two spaces together  | Carlos␠␠Salazar      |
        | Title        | has two spaces together  | Chief␠␠Officer       |
        | PhoneNumber  | has tabs and a line feed | 206␉555␊0199         |

      @full
      Examples: More signs that mean something elsewhere
        | field       | trait                              | text                                                    |
        | PhoneNumber | uses every character allowed       | +0123456789 (-)                                         |
        | Title       | uses every sign on a keyboard      | !(U+0022)#$%&'()*+,-./:;(U+003C)=(U+003E)?@[\\]^_`{\|}~ |
        | Name        | looks like an escape in JSON       | Carlos\\u0020Salazar                                    |
        | Name        | looks like an escape of a web page | Carlos &amp; María                                      |
        | Name        | looks like part of a web address   | Carlos%20Salazar                                        |
        | Name        | is the word null                   | null                                                    |
        | Name        | is the word true                   | true                                                    |
        | Name        | is a number that begins with zeros | 007                                                     |
        | Name        | is a number                        | 5                                                       |
        | PhoneNumber | is a number                        | 12065550199                                             |
        | Title       | is a number with a fraction        | 1.50                                                    |
        | Title       | is in capital letters              | CHIEF FINANCIAL OFFICER                                 |

      @full
      Examples: Letters that could be written otherwise
        | field | trait                           | text               |
        | Name  | has an accent beside its letter | Jose(U+0301)       |
        | Name  | has full-width letters          | Ｃａｒｌｏｓ       |
        | Title | has an accent beside its letter | Ge(U+0301)rante    |
        | Title | has a ligature                  | Chief O(U+FB03)cer |

      @full
      Examples: As long as allowed, beyond ASCII
        | field | trait                     | text      |
        | Name  | has 64 Chinese characters | (王 × 64) |
        | Title | has 50 accented letters   | (é × 50)  |

  @PAC-SET-4 @needs-read-back
  Rule: An emoji in a contact comes back as it was sent

    Scenario Outline: An emoji in the <field> comes back as it was sent
      When the request is sent with <field> "<text>"
      Then the contact of the account is the one sent

      Examples: Where any text may stand
        | field | text              |
        | Name  | Carlos 😀 Salazar |
        | Title | CFO 👍🏽            |

  @PAC-SET-5
  Rule: Setting a contact to what it already is leaves it so

    Scenario: The same request is accepted twice
      When the request is sent twice
      Then each is accepted

    @needs-read-back
    Scenario: Sent twice, the same request leaves the contact as it was sent
      When the request is sent twice
      Then the contact of the account is the one sent

  @PAC-SET-6 @needs-read-back
  Rule: Setting one of an account's contacts leaves its other two as they were

    Scenario Outline: Setting the <type> contact leaves the <second> and <third> contacts alone
      Given the account has a <second> contact
      And the account has a <third> contact
      When the request is sent with AlternateContactType "<type>"
      Then the <second> contact of the account is as it was
      And the <third> contact of the account is as it was

      Examples: Each contact type
        | type       | second     | third      |
        | BILLING    | OPERATIONS | SECURITY   |
        | OPERATIONS | BILLING    | SECURITY   |
        | SECURITY   | BILLING    | OPERATIONS |

    @needs-delete
    Scenario: Setting one contact creates no other
      Given the account has no OPERATIONS contact
      When the request is sent with AlternateContactType "BILLING"
      Then the OPERATIONS contact of the account is as it was

  @PAC-SET-7 @needs-organization @needs-read-back
  Rule: Setting a contact of one account leaves the contacts of other accounts as they were

    Background:
      Given an organization with all features and trusted access

    Scenario: Setting one's own contact leaves that of a member alone
      Given a member has a contact
      When the management account sends the request
      Then the contact of a member is as it was

    Scenario: Setting a member's contact leaves the caller's own alone
      Given the management account has a contact
      When the management account sends the request with a member's AccountId
      Then the contact of the management account is as it was

    Scenario: Setting a member's contact leaves that of another member alone
      Given another member has a contact
      When the management account sends the request with a member's AccountId
      Then the contact of another member is as it was

    @full
    Scenario: A member that sets its own contact leaves that of the management account alone
      Given the management account has a contact
      When a member sends the request
      Then the contact of the management account is as it was

    @full
    Scenario: An account in no organization leaves that of a member alone
      Given a member has a contact
      When the account sends the request
      Then the contact of a member is as it was

    @needs-delegated-administrator
    Scenario Outline: When the delegated administrator sets a member's contact, that of <bystander> stays
      Given <bystander> has a contact
      When the delegated administrator sends the request with a member's AccountId
      Then the contact of <bystander> is as it was

      Examples: Nobody else is touched
        | bystander                   |
        | the delegated administrator |
        | the management account      |
        | another member              |

  @PAC-SET-8 @needs-read-back
  Rule: A refused request leaves the contact as it was

    Scenario Outline: A request without <field> changes nothing
      Given the account has a contact
      When the request is sent without <field>
      Then the contact of the account is as it was

      Examples: Something is missing
        | field        |
        | EmailAddress |
        | Title        |

      @full
      Examples: Something else is missing
        | field                |
        | AlternateContactType |
        | Name                 |
        | PhoneNumber          |

    Scenario Outline: A request whose <field> <trait> changes nothing
      Given the account has a contact
      When the request is sent with <field> "<text>"
      Then the contact of the account is as it was

      Examples: Something breaks a pattern
        | field        | trait       | text               |
        | EmailAddress | has no @    | carlos.example.com |
        | PhoneNumber  | has letters | 1-800-FLOWERS      |

      Examples: Something is too long
        | field | trait             | text     |
        | Name  | has 65 characters | (a × 65) |
        | Title | has 51 characters | (a × 51) |

      @full
      Examples: Something else is too long
        | field        | trait              | text          |
        | EmailAddress | has 255 characters | (a × 251)@b.c |
        | PhoneNumber  | has 26 characters  | (1 × 26)      |

    Scenario: An unknown contact type changes nothing
      Given the account has a contact
      When the request is sent with AlternateContactType "OTHER"
      Then the contact of the account is as it was

    @full
    Scenario Outline: A request whose <field> is <kind> changes nothing
      Given the account has a contact
      When the request is sent with <field> as the JSON <json>
      Then the contact of the account is as it was

      Examples: Something is not what it should be
        | field | kind      | json             |
        | Name  | null      | null             |
        | Title | an object | {"Short": "CFO"} |

    Scenario: A request that is no JSON changes nothing
      Given the account has a contact
      When the request is sent as the body "not JSON"
      Then the contact of the account is as it was

    Scenario: An account in no organization that gives its own AccountId changes nothing
      Given the account has a contact
      When the account sends the request with its own AccountId
      Then the contact of the account is as it was

    @needs-organization
    Scenario: A member that gives another member's AccountId changes nothing of its contact
      Given an organization with all features and trusted access
      And another member has a contact
      When a member sends the request with another member's AccountId
      Then the contact of another member is as it was

    @needs-organization
    Scenario: The management account that gives its own AccountId changes nothing
      Given an organization with all features and trusted access
      And the management account has a contact
      When the management account sends the request with its own AccountId
      Then the contact of the management account is as it was

    @needs-organization @needs-delegated-administrator
    Scenario: The delegated administrator that gives the management account's AccountId changes nothing
      Given an organization with all features and trusted access
      And the management account has a contact
      When the delegated administrator sends the request with the management account's AccountId
      Then the contact of the management account is as it was

    @needs-a-caller-without-permission
    Scenario: A caller without permission changes nothing
      Given the account has a contact
      When a caller without permission sends the request
      Then the contact of the account is as it was
