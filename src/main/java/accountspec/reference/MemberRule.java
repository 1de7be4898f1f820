package accountspec.reference;

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
 * @param breach what a text that breaks the rule is answered with
 * @param stored what is done to the text before it is kept
 */
record MemberRule(
        boolean required,
        Reading reading,
        UnaryOperator<String> prepared,
        Length length,
        Predicate<String> form,
        Fault breach,
        UnaryOperator<String> stored) {

    private static final Map<Member, MemberRule> DOCUMENTED = Member.copy(Map.of(
            Member.ACCOUNT_ID, text().optional().of(Form.ACCOUNT_ID.wholly()),
            Member.ALTERNATE_CONTACT_TYPE, text().of(Set.of("BILLING", "OPERATIONS", "SECURITY")::contains),
            // AWS keeps the address without the blanks that it counted and matched.
            Member.EMAIL_ADDRESS,
                    text().of(Length.of(1, 254)).of(Form.EMAIL_ADDRESS.wholly()).storing(Blanks::stripped),
            Member.NAME, text().of(Length.of(1, 64)),
            Member.PHONE_NUMBER, text().of(Length.of(1, 25)).of(Form.PHONE_NUMBER.wholly()),
            Member.TITLE, text().of(Length.of(1, 50))));

    /** The rules of the page. */
    static Map<Member, MemberRule> documented() {
        return DOCUMENTED;
    }

    private static MemberRule text() {
        return new MemberRule(
                true,
                Reading.exact(),
                UnaryOperator.identity(),
                Length.ANY,
                any -> true,
                Fault.VALIDATION,
                UnaryOperator.identity());
    }

    /** Refuses a text that breaks the rule, in the words that AWS's services use. */
    void judge(Member member, String text) {
        String prepared = prepared().apply(text);
        if (!length.fits(prepared)) {
            throw refusal(member, "have length between " + length.shortest() + " and " + length.longest());
        }
        if (!form.test(prepared)) {
            throw refusal(member, "satisfy its pattern or be one of its values");
        }
    }

    Refusal missing(Member member) {
        return refusal(member, "not be null");
    }

    private Refusal refusal(Member member, String constraint) {
        return breach.because(
                "Value at '" + member.key() + "' failed to satisfy constraint: Member must " + constraint);
    }

    MemberRule optional() {
        return new MemberRule(false, reading, prepared, length, form, breach, stored);
    }

    MemberRule mandatory() {
        return new MemberRule(true, reading, prepared, length, form, breach, stored);
    }

    MemberRule reading(UnaryOperator<Reading> change) {
        return new MemberRule(required, change.apply(reading), prepared, length, form, breach, stored);
    }

    /** Judges what the change makes of the text. */
    MemberRule preparing(UnaryOperator<String> change) {
        return new MemberRule(required, reading, change, length, form, breach, stored);
    }

    MemberRule of(Length other) {
        return new MemberRule(required, reading, prepared, other, form, breach, stored);
    }

    MemberRule of(Predicate<String> other) {
        return new MemberRule(required, reading, prepared, length, other, breach, stored);
    }

    /** Asks for one thing more. */
    MemberRule and(Predicate<String> more) {
        return of(form.and(more));
    }

    /** Lets in one thing more. */
    MemberRule or(Predicate<String> more) {
        return of(form.or(more));
    }

    MemberRule answering(Fault other) {
        return new MemberRule(required, reading, prepared, length, form, other, stored);
    }

    /** Keeps what the change makes of that which was kept before. */
    MemberRule storing(UnaryOperator<String> change) {
        return new MemberRule(
                required, reading, prepared, length, form, breach, text -> change.apply(stored.apply(text)));
    }

    /** Keeps the text exactly as it came. */
    MemberRule storingItAsItCame() {
        return new MemberRule(required, reading, prepared, length, form, breach, UnaryOperator.identity());
    }
}
