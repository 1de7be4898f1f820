package accountspec.exchange;

/** One header line as it stood on the wire; names keep their case and are compared without it. */
public record Header(String name, String value) {

    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }
}
