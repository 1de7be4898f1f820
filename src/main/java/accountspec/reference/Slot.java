package accountspec.reference;

/** Where a contact is kept: an account has room for one of each type. */
record Slot(String account, String type) {

    Slot of(String otherAccount) {
        return new Slot(otherAccount, type);
    }

    Slot typed(String otherType) {
        return new Slot(account, otherType);
    }
}
