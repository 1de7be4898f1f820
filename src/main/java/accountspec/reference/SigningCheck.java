package accountspec.reference;

/** What is checked of a signature; each alone, so that one can be missing. */
enum SigningCheck {
    IT_IS_THERE,
    IT_IS_WHOLE,
    KEY_IS_KNOWN,
    TOKEN_IS_THE_KEYS,
    TOKEN_IS_FRESH,
    DATE_IS_NOW,
    SCOPE_IS_OF_THE_DATE,
    SCOPE_IS_OF_THE_REGION,
    SCOPE_IS_OF_THE_SERVICE,
    HOST_AND_DATE_ARE_SIGNED,
    PAYLOAD_IS_THE_SIGNED_ONE,
    SIGNATURE_IS_RIGHT
}
