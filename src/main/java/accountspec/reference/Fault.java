package accountspec.reference;

/** An error by the name and the status that AWS gives it. */
record Fault(String name, int status) {

    // The four that the page lists for the operation.
    static final Fault VALIDATION = new Fault("ValidationException", 400);
    static final Fault ACCESS_DENIED = new Fault("AccessDeniedException", 403);
    static final Fault TOO_MANY_REQUESTS = new Fault("TooManyRequestsException", 429);
    static final Fault INTERNAL = new Fault("InternalServerException", 500);

    // What the siblings add.
    static final Fault NOT_FOUND = new Fault("ResourceNotFoundException", 404);

    // What the protocol answers before an operation sees the request.
    static final Fault SERIALIZATION = new Fault("SerializationException", 400);
    static final Fault UNKNOWN_OPERATION = new Fault("UnknownOperationException", 404);
    static final Fault TOO_LARGE = new Fault("RequestEntityTooLargeException", 413);
    static final Fault UNSUPPORTED_MEDIA_TYPE = new Fault("UnsupportedMediaTypeException", 415);

    // What is wrong with a signature.
    static final Fault MISSING_AUTHENTICATION = new Fault("MissingAuthenticationTokenException", 403);
    static final Fault INCOMPLETE_SIGNATURE = new Fault("IncompleteSignature", 403);
    static final Fault UNRECOGNIZED_CLIENT = new Fault("UnrecognizedClientException", 403);
    static final Fault INVALID_SIGNATURE = new Fault("InvalidSignatureException", 403);
    static final Fault EXPIRED_TOKEN = new Fault("ExpiredTokenException", 403);

    Refusal because(String reason) {
        return new Refusal(this, reason);
    }
}
