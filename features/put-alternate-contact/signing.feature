@needs-signing
Feature: Who signed a request

  AWS knows its callers by their signatures: each request is signed with a secret that
  only the caller and AWS have, for one region, one service and one moment. The page of
  this operation is silent about that and points to AWS's common errors, so what stands
  here is advice. An endpoint that asks for no signature keeps the page.

  Background:
    Given an otherwise valid PutAlternateContact request

  @PAC-SIGN-1
  Rule: A request that is not signed is not accepted

    Scenario: A request without a signature is not accepted
      When the request is sent unsigned
      Then it is not accepted

  @PAC-SIGN-2
  Rule: A request that is signed with a key or a secret that is not the caller's is not accepted

    Scenario: A request signed with a wrong secret is not accepted
      When the request is sent signed with a wrong secret
      Then it is not accepted

    Scenario: A request signed with a key that nobody has is not accepted
      When the request is sent signed with an unknown key
      Then it is not accepted

  @PAC-SIGN-3
  Rule: A request that was signed long ago is not accepted

    Scenario: A request signed an hour ago is not accepted
      When the request is sent signed an hour ago
      Then it is not accepted

  @PAC-SIGN-4
  Rule: A request that is signed for another region or another service is not accepted

    Scenario: A request signed for another region is not accepted
      When the request is sent signed for another region
      Then it is not accepted

    Scenario: A request signed for another service is not accepted
      When the request is sent signed for another service
      Then it is not accepted

  @PAC-SIGN-5
  Rule: A request whose body was changed after it was signed is not accepted

    Scenario: A request signed before its body was changed is not accepted
      When the request is sent signed before its body was changed
      Then it is not accepted
