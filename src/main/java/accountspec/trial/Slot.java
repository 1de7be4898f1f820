package accountspec.trial;

/** One of an account's contacts. */
public record Slot(String account, String type) {}
