package accountspec.reference;

import static accountspec.reference.Asking.put;
import static accountspec.reference.Asking.told;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MemberRuleTest {

    private static final String REFUSED = "400 ValidationException";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.c",
                "a@..b",
                "a@-.b",
                "a@b..c",
                "a@b_c.d",
                "a@b.c_d",
                "a@127.0.0.1",
                "a+=.#|!&-_z@c.d",
                "\ta@b.c\n",
                ".a@b.c",
                "a..b@c.d",
                "\u00a0a@b.c\ufeff",
                "\u2028a@b.c\u3000",
                "\u000Ba@b.c",
                "A9@B9.C9"
            })
    void theEmailPatternTakesWhatEcmaTakes(String address) {
        assertThat(told(ask(put("EmailAddress", address))), is("200"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@.b",
                "a@b",
                "@b.c",
                "a@@b.c",
                "a@b.c.",
                "a@b.c-d",
                "a b@c.d",
                "a/b@c.d",
                "a'b@c.d",
                "a%b@c.d",
                "a*b@c.d",
                "a,b@c.d",
                "\"a\"@b.c",
                "a@[127.0.0.1]",
                "a@b.c, d@e.f",
                "a\u0000@b.c",
                "   ",
                "",
                "\u00e4@b.c",
                "a@b\u00fc.c",
                "a@b.c\u0661",
                "\u0085a@b.c",
                "\u180ea@b.c",
                "\u200ba@b.c"
            })
    void theEmailPatternRefusesWhatEcmaRefuses(String address) {
        assertThat(told(ask(put("EmailAddress", address))), is(REFUSED));
    }

    @ParameterizedTest
    @CsvSource({
        "EmailAddress, 254, 200",
        "EmailAddress, 255, " + REFUSED,
        "Name, 0, " + REFUSED,
        "Name, 1, 200",
        "Name, 64, 200",
        "Name, 65, " + REFUSED,
        "PhoneNumber, 0, " + REFUSED,
        "PhoneNumber, 1, 200",
        "PhoneNumber, 25, 200",
        "PhoneNumber, 26, " + REFUSED,
        "Title, 0, " + REFUSED,
        "Title, 1, 200",
        "Title, 50, 200",
        "Title, 51, " + REFUSED,
        "AccountId, 11, " + REFUSED,
        "AccountId, 13, " + REFUSED
    })
    void lengthsEndWhereThePageSays(String member, int length, String answer) {
        String text = member.equals("EmailAddress") ? "a".repeat(length - 4) + "@b.c" : "1".repeat(length);

        assertThat(told(ask(put(member, text))), is(answer));
    }

    @ParameterizedTest
    @CsvSource({"Name, 64", "Title, 50"})
    void aCharacterIsACodePoint(String member, int length) {
        assertThat(told(ask(put(member, "\uD83D\uDE00".repeat(length)))), is("200"));
        assertThat(told(ask(put(member, "\uD83D\uDE00".repeat(length + 1)))), is(REFUSED));
    }

    @Test
    void blanksAroundAnAddressCount() {
        assertThat(told(ask(put("EmailAddress", "a".repeat(250) + "@b.c "))), is(REFUSED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "()", " ", "\u00a0", "0123456789 ()+-", "\t1\n"})
    void thePhonePatternTakesWhatEcmaTakes(String number) {
        assertThat(told(ask(put("PhoneNumber", number))), is("200"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2", "1x2", "1/2", "\u0661", "#1", "\uff0b1"})
    void thePhonePatternRefusesWhatEcmaRefuses(String number) {
        assertThat(told(ask(put("PhoneNumber", number))), is(REFUSED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"123456789012\n", " 123456789012", "12345678901a", "", "1234-5678-9012", "\u066123456789012"})
    void anAccountIdIsTwelveDigits(String id) {
        assertThat(told(ask(put("AccountId", id))), is(REFUSED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BILLING", "OPERATIONS", "SECURITY"})
    void theThreeTypesAreTaken(String type) {
        assertThat(told(ask(put("AlternateContactType", type))), is("200"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"billing", "Billing", "OTHER", "", " BILLING", "BILLING\n", "LEGAL"})
    void anythingElseIsNoType(String type) {
        assertThat(told(ask(put("AlternateContactType", type))), is(REFUSED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AlternateContactType", "EmailAddress", "Name", "PhoneNumber", "Title"})
    void fiveMembersAreRequiredAndNullIsNone(String member) {
        assertThat(told(ask(put(m -> m.remove(member)))), is(REFUSED));
        assertThat(told(ask(put(m -> m.putNull(member)))), is(REFUSED));
    }

    @Test
    void anAccountIdOfNullIsNone() {
        assertThat(told(ask(put(m -> m.putNull("AccountId")))), is("200"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccountId", "AlternateContactType", "EmailAddress", "Name", "PhoneNumber", "Title"})
    void onlyStringsAreStrings(String member) {
        String malformed = "400 SerializationException";
        assertThat(told(ask(put(m -> m.put(member, 123456789012L)))), is(malformed));
        assertThat(told(ask(put(m -> m.put(member, true)))), is(malformed));
        assertThat(told(ask(put(m -> m.putArray(member).add("x")))), is(malformed));
        assertThat(told(ask(put(m -> m.putObject(member)))), is(malformed));
    }

    private static Received ask(Sent request) {
        return ReferenceEndpoint.of(World.standard().unsigned(), Behaviour.right(), Time.real())
                .answer(request);
    }
}
