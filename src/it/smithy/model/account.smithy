$version: "2.0"

// AWS Account Management as accountspec's page describes it, so far as alternate contacts go: the input of AWS's own
// server generator. Only rules that the page states for PutAlternateContact, and their like for its two siblings.
namespace accountspec.it

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1

@restJson1
@sigv4(name: "account")
@service(sdkId: "Account", arnNamespace: "account", endpointPrefix: "account")
@title("Alternate contacts")
service Account {
    version: "2021-02-01"
    operations: [
        PutAlternateContact
        GetAlternateContact
        DeleteAlternateContact
    ]
    errors: [
        AccessDeniedException
        InternalServerException
        TooManyRequestsException
        ValidationException
    ]
}

/// Sets one kind of contact for an account, replacing the one that was there.
@idempotent
@http(method: "POST", uri: "/putAlternateContact", code: 200)
operation PutAlternateContact {
    input := {
        AccountId: AccountId

        @required
        AlternateContactType: AlternateContactType

        @required
        EmailAddress: EmailAddress

        @required
        Name: Name

        @required
        PhoneNumber: PhoneNumber

        @required
        Title: Title
    }
}

/// Reads one kind of contact of an account.
@http(method: "POST", uri: "/getAlternateContact", code: 200)
operation GetAlternateContact {
    input := {
        AccountId: AccountId

        @required
        AlternateContactType: AlternateContactType
    }

    output := {
        AlternateContact: AlternateContact
    }

    errors: [
        ResourceNotFoundException
    ]
}

/// Removes one kind of contact from an account.
@idempotent
@http(method: "POST", uri: "/deleteAlternateContact", code: 200)
operation DeleteAlternateContact {
    input := {
        AccountId: AccountId

        @required
        AlternateContactType: AlternateContactType
    }

    errors: [
        ResourceNotFoundException
    ]
}

structure AlternateContact {
    AlternateContactType: AlternateContactType
    EmailAddress: EmailAddress
    Name: Name
    PhoneNumber: PhoneNumber
    Title: Title
}

/// Twelve decimal digits.
@pattern("^\\d{12}$")
string AccountId

enum AlternateContactType {
    BILLING
    OPERATIONS
    SECURITY
}

/// Something that looks like an address; blanks may stand around it, and they count.
@length(min: 1, max: 254)
@pattern("^[\\s]*[\\w+=.#|!&-]+@[\\w.-]+\\.[\\w]+[\\s]*$")
@sensitive
string EmailAddress

@length(min: 1, max: 64)
@sensitive
string Name

/// Digits, blanks, brackets, plus and minus signs, in any order.
@length(min: 1, max: 25)
@pattern("^[\\s0-9()+-]+$")
@sensitive
string PhoneNumber

@length(min: 1, max: 50)
@sensitive
string Title

/// The caller may not do this.
@error("client")
@httpError(403)
structure AccessDeniedException {
    @required
    message: String
}

/// The service broke; trying again later may help.
@error("server")
@httpError(500)
@retryable
structure InternalServerException {
    @required
    message: String
}

/// There is no such contact.
@error("client")
@httpError(404)
structure ResourceNotFoundException {
    @required
    message: String
}

/// Too many calls in too short a time.
@error("client")
@httpError(429)
@retryable(throttling: true)
structure TooManyRequestsException {
    @required
    message: String
}

/// Something in the request breaks a rule of its member.
@error("client")
@httpError(400)
structure ValidationException {
    @required
    message: String

    reason: ValidationExceptionReason

    fieldList: ValidationExceptionFieldList
}

enum ValidationExceptionReason {
    INVALID_REGION_OPT_TARGET = "invalidRegionOptTarget"
    FIELD_VALIDATION_FAILED = "fieldValidationFailed"
}

list ValidationExceptionFieldList {
    member: ValidationExceptionField
}

structure ValidationExceptionField {
    @required
    name: String

    @required
    message: String
}
