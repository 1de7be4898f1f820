package accountspec.reference;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What is asked of one member.
 *
 * @param required whether it must be there
 * @param reading how its JSON value becomes a text
 * @param prepared what is done to the text before it is judged
 * @param length how long it may be
 * @param form what it may look like
 * @param stored what is done to the text before it is kept
 */
record MemberRule(
        boolean required,
        Reading reading,
        UnaryOperator<String> prepared,
        Length length,
        Predicate<String> form,
        UnaryOperator<String> stored) {

    private static final Map<Member, MemberRule> DOCUMENTED = Collections.unmodifiableMap(new EnumMap<>(Map.of(
            Member.ACCOUNT_ID, text().optional().of(Form.ACCOUNT_ID.wholly()),
            Member.ALTERNATE_CONTACT_TYPE, text().of(Set.of("BILLING", "OPERATIONS", "SECURITY")::contains),
            // AWS keeps the address without the blanks that it counted and matched.
            Member.EMAIL_ADDRESS,
                    text().of(Length.of(1, 254)).of(Form.EMAIL_ADDRESS.wholly()).storing(Blanks::stripped),
            Member.NAME, text().of(Length.of(1, 64)),
            Member.PHONE_NUMBER, text().of(Length.of(1, 25)).of(Form.PHONE_NUMBER.wholly()),
            Member.TITLE, text().of(Length.of(1, 50)))));

    /** The rules of the page. */
    static Map<Member, MemberRule> documented() {
        return DOCUMENTED;
    }

    private static MemberRule text() {
        return new MemberRule(
                true, Reading.exact(), UnaryOperator.identity(), Length.ANY, any -> true, UnaryOperator.identity());
    }

    /** Refuses a text that breaks the rule, in the words that AWS's services use. */
    void judge(Member member, String text) {
        if (!length.fits(text)) {
            throw Fault.VALIDATION.because("Value at '" + member.key()
                    + "' failed to satisfy constraint: Member must have length between " + length.shortest() + " and "
                    + length.longest());
        }
        if (!form.test(text)) {
            throw Fault.VALIDATION.because("Value at '" + member.key()
                    + "' failed to satisfy constraint: Member must satisfy its pattern or be one of its values");
        }
    }

    MemberRule optional() {
        return new MemberRule(false, reading, prepared, length, form, stored);
    }

    MemberRule reading(Reading other) {
        return new MemberRule(required, other, prepared, length, form, stored);
    }

    MemberRule prepared(UnaryOperator<String> other) {
        return new MemberRule(required, reading, other, length, form, stored);
    }

    MemberRule of(Length other) {
        return new MemberRule(required, reading, prepared, other, form, stored);
    }

    MemberRule of(Predicate<String> other) {
        return new MemberRule(required, reading, prepared, length, other, stored);
    }

    MemberRule storing(UnaryOperator<String> other) {
        return new MemberRule(required, reading, prepared, length, form, other);
    }
}
