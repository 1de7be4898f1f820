Feature: Whose contact a caller may set

  A request without an AccountId is about the caller's own account. In an organization
  some callers may set the contacts of other accounts, and give an AccountId to say whose.

  The parties:

      the management account       owns the organization
      the delegated administrator  a member that manages accounts on its behalf
      a member                     any other account in the organization
      another member               one more of those
      a foreign member             an account in another organization
      an outsider                  an account outside the organization
      the account                  an account in no organization at all
      an unknown account           no account: an AccountId that nobody has

  The AWS page does not say which error answers a breach of these rules. Here "refused"
  alone means refused with either error it lists for a caller at fault, which are
  AccessDeniedException and ValidationException.

  Background:
    Given an otherwise valid PutAlternateContact request

  @PAC-ORG-1 @needs-organization
  Rule: A request without an AccountId is about the caller's own account

    Background:
      Given an organization with all features and trusted access

    Scenario Outline: In the organization, <caller> is accepted without an AccountId
      When <caller> sends the request
      Then it is accepted

      Examples: Whoever has an account
        | caller                 |
        | the management account |
        | a member               |

      @needs-delegated-administrator
      Examples: The delegated administrator has one as well
        | caller                      |
        | the delegated administrator |

    @needs-read-back
    Scenario Outline: Without an AccountId, <caller> sets its own contact
      When <caller> sends the request
      Then the contact of <caller> is the one sent

      Examples: Whoever has an account
        | caller                 |
        | the management account |
        | a member               |

      @needs-delegated-administrator
      Examples: The delegated administrator has one as well
        | caller                      |
        | the delegated administrator |

  @PAC-ORG-7
  Rule: An account in no organization sets its own contact, and gives no AccountId

    Scenario: An account in no organization sets its own contact
      When the account sends the request
      Then it is accepted

    Scenario Outline: An account in no organization may not give <whose> AccountId
      When the account sends the request with <whose> AccountId
      Then it is refused

      Examples: Not even its own
        | whose                |
        | its own              |
        | an unknown account's |

      @needs-an-outsider
      Examples: Nor that of another account in no organization
        | whose         |
        | an outsider's |

  @PAC-ACCOUNT-1 @needs-organization @needs-read-back
  Rule: The AccountId names the account whose contact is set

    Background:
      Given an organization with all features and trusted access

    Scenario Outline: With <whose> AccountId, <caller> sets the contact of <account>
      When <caller> sends the request with <whose> AccountId
      Then the contact of <account> is the one sent

      Examples: By the management account
        | caller                 | whose      | account  |
        | the management account | a member's | a member |

      @full
      Examples: The management account, for another member
        | caller                 | whose            | account        |
        | the management account | another member's | another member |

      @needs-delegated-administrator
      Examples: By and of the delegated administrator
        | caller                      | whose                         | account                     |
        | the management account      | the delegated administrator's | the delegated administrator |
        | the delegated administrator | a member's                    | a member                    |

  @PAC-ORG-2 @needs-organization
  Rule: Only the management account and the delegated administrator may give an AccountId

    Background:
      Given an organization with all features and trusted access

    Scenario Outline: Where the rules allow it, <caller> gives <whose> AccountId
      When <caller> sends the request with <whose> AccountId
      Then it is accepted

      Examples: The management account may
        | caller                 | whose      |
        | the management account | a member's |

      @needs-delegated-administrator
      Examples: The delegated administrator may as well
        | caller                      | whose                         |
        | the management account      | the delegated administrator's |
        | the delegated administrator | a member's                    |

    Scenario Outline: The rules do not let <caller> give <whose> AccountId
      When <caller> sends the request with <whose> AccountId
      Then it is refused

      Examples: Those who may not
        | caller      | whose            |
        | a member    | another member's |
        | a member    | its own          |
        | the account | a member's       |

      @needs-delegated-administrator
      Examples: Nor may they give the delegated administrator's
        | caller   | whose                         |
        | a member | the delegated administrator's |

      @full
      Examples: Nor anybody else's
        | caller      | whose                    |
        | a member    | the management account's |
        | the account | the management account's |

      @full @needs-an-outsider
      Examples: Nor one from outside the organization
        | caller   | whose         |
        | a member | an outsider's |

  @PAC-ORG-3 @needs-organization
  Rule: The AccountId given is that of a member of the same organization

    Background:
      Given an organization with all features and trusted access

    Scenario Outline: No member of the organization: <caller> may not give <whose> AccountId
      When <caller> sends the request with <whose> AccountId
      Then it is refused

      Examples: An AccountId that nobody has
        | caller                 | whose                |
        | the management account | an unknown account's |

      @needs-an-outsider
      Examples: Not in the organization
        | caller                 | whose         |
        | the management account | an outsider's |

      @needs-organization-without-trusted-access
      Examples: In an organization, but in another one
        | caller                 | whose              |
        | the management account | a foreign member's |

      @needs-delegated-administrator
      Examples: Nobody's, or not a member's
        | caller                      | whose                    |
        | the delegated administrator | an unknown account's     |
        | the delegated administrator | the management account's |

      @needs-delegated-administrator @needs-an-outsider
      Examples: Not in the administrator's organization
        | caller                      | whose         |
        | the delegated administrator | an outsider's |

  @PAC-ORG-6 @needs-organization
  Rule: The management account may not give its own AccountId

    Scenario: The management account is refused when it gives its own
      Given an organization with all features and trusted access
      When the management account sends the request with its own AccountId
      Then it is refused

  @PAC-ORG-8 @needs-organization @needs-delegated-administrator
  Rule: Whether the delegated administrator may give its own AccountId is left open

    It is a member, but the page forbids only the management account to give its own.

    Scenario: The delegated administrator gives its own AccountId
      Given an organization with all features and trusted access
      When the delegated administrator sends the request with its own AccountId
      Then whether it is accepted is noted

  @PAC-ORG-4 @needs-organization-without-all-features
  Rule: An AccountId may be given only where all features are enabled

    Scenario: Without all features, no AccountId may be given
      Given an organization without all features
      When the management account sends the request with a member's AccountId
      Then it is refused

  @PAC-ORG-5 @needs-organization-without-trusted-access
  Rule: An AccountId may be given only where trusted access is enabled

    Scenario: Without trusted access, no AccountId may be given
      Given an organization without trusted access
      When the management account sends the request with a member's AccountId
      Then it is refused

  @PAC-ORG-10 @needs-organization-without-trusted-access
  Rule: One's own contact, without trusted access, is left open

    One place on the page asks for trusted access always, another only with an AccountId.

    Scenario: Without trusted access, the management account sends no AccountId
      Given an organization without trusted access
      When the management account sends the request
      Then whether it is accepted is noted

  @PAC-ORG-11 @needs-organization-without-all-features
  Rule: One's own contact, without all features, is left open

    The page asks for all features where an AccountId is given, and is unclear otherwise.

    Scenario: Without all features, the management account sends no AccountId
      Given an organization without all features
      When the management account sends the request
      Then whether it is accepted is noted
