package accountspec.target;

/**
 * Why something cannot be tried against this target.
 *
 * @param reason in words, such as {@code the profile names no delegated administrator with credentials}
 * @param remedy the YAML to add to the profile
 */
public record Lack(String reason, String remedy) {}
