package accountspec.reference;

import java.util.List;
import java.util.stream.Stream;

/**
 * A member, as flaws speak of it.
 *
 * @param name in the names of flaws
 * @param noun in sentences
 * @param clauses what its clauses' ids begin with
 * @param type the clause that says that it is a JSON string
 * @param longest the longest it may be
 * @param specimen a value that keeps every rule
 */
record Subject(Member member, String name, String noun, String clauses, int type, int longest, String specimen) {

    static final Subject ACCOUNT_ID =
            new Subject(Member.ACCOUNT_ID, "account-id", "an AccountId", "PAC-ACCOUNT", 4, 12, "333333333333");
    static final Subject CONTACT_TYPE =
            new Subject(Member.ALTERNATE_CONTACT_TYPE, "type", "a contact type", "PAC-TYPE", 4, 10, "BILLING");
    static final Subject EMAIL =
            new Subject(Member.EMAIL_ADDRESS, "email", "an email address", "PAC-EMAIL", 5, 254, "nobody@example.com");
    static final Subject NAME = new Subject(Member.NAME, "name", "a name", "PAC-NAME", 5, 64, "Nobody");
    static final Subject PHONE = new Subject(Member.PHONE_NUMBER, "phone", "a phone number", "PAC-PHONE", 4, 25, "0");
    static final Subject TITLE = new Subject(Member.TITLE, "title", "a title", "PAC-TITLE", 5, 50, "None");

    /** The members that describe a contact. */
    static final List<Subject> DESCRIBING = List.of(EMAIL, NAME, PHONE, TITLE);

    /** Those that have no pattern. */
    static final List<Subject> FREE = List.of(NAME, TITLE);

    List<String> clause(int number) {
        return List.of(clauses + "-" + number);
    }

    List<String> required() {
        return clause(1);
    }

    /** The clause about its length, and those whose examples are of some length too. */
    List<String> length() {
        return Stream.of(2, 3, 4)
                .map(this::clause)
                .flatMap(List::stream)
                .filter(clause -> !clause.equals("PAC-PHONE-4"))
                .toList();
    }

    List<String> string() {
        return clause(type);
    }
}
