package accountspec.reference;

import static accountspec.reference.Asking.contact;
import static accountspec.reference.Asking.get;
import static accountspec.reference.Asking.put;
import static accountspec.reference.Asking.signed;
import static accountspec.reference.Asking.told;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AuthorityTest {

    private static final String OUTSIDER = "666666666666";
    private static final String MANAGEMENT = "111111111111";
    private static final String DELEGATE = "222222222222";
    private static final String MEMBER = "333333333333";
    private static final String ANOTHER_MEMBER = "444444444444";
    private static final String NOBODY = "999999999999";
    private static final String REFUSED = "403 AccessDeniedException";

    @ParameterizedTest
    @ValueSource(strings = {OUTSIDER, MANAGEMENT, DELEGATE, MEMBER, "777777777771", "777777777772", "888888888881"})
    void everybodySetsTheirOwnContactByNamingNobody(String caller) {
        ReferenceEndpoint endpoint = ReferenceEndpoint.standard();

        assertThat(told(ask(endpoint, caller, put())), is("200"));
        assertThat(contact(ask(endpoint, caller, get("BILLING"))).get("Title").textValue(), is("CFO"));
    }

    @ParameterizedTest
    @CsvSource({
        MANAGEMENT + "," + MEMBER + ", 200",
        MANAGEMENT + "," + DELEGATE + ", 200",
        MANAGEMENT + "," + MANAGEMENT + "," + REFUSED,
        MANAGEMENT + "," + OUTSIDER + "," + REFUSED,
        MANAGEMENT + "," + NOBODY + "," + REFUSED,
        MANAGEMENT + ", 777777777772," + REFUSED,
        DELEGATE + "," + MEMBER + ", 200",
        DELEGATE + "," + DELEGATE + ", 200",
        DELEGATE + "," + MANAGEMENT + "," + REFUSED,
        DELEGATE + "," + OUTSIDER + "," + REFUSED,
        MEMBER + "," + MEMBER + "," + REFUSED,
        MEMBER + "," + ANOTHER_MEMBER + "," + REFUSED,
        MEMBER + "," + MANAGEMENT + "," + REFUSED,
        MEMBER + "," + OUTSIDER + "," + REFUSED,
        OUTSIDER + "," + OUTSIDER + "," + REFUSED,
        OUTSIDER + "," + MEMBER + "," + REFUSED,
        "777777777771, 777777777772," + REFUSED,
        "888888888881, 888888888882," + REFUSED
    })
    void onlySomeMayNameAnAccount(String caller, String account, String answer) {
        assertThat(told(ask(ReferenceEndpoint.standard(), caller, put("AccountId", account))), is(answer));
    }

    @Test
    void aCallerWithoutPermissionIsDenied() {
        Party caller = World.standard().standalone().get(1);

        assertThat(
                told(ReferenceEndpoint.standard()
                        .answer(signed(put(), caller.credentials().orElseThrow()))),
                is(REFUSED));
    }

    @Test
    void whatTheManagementSetsForAMemberIsTheMembersAlone() {
        ReferenceEndpoint endpoint = ReferenceEndpoint.standard();
        ask(endpoint, MANAGEMENT, put("AccountId", MEMBER));

        assertThat(told(ask(endpoint, MEMBER, get("BILLING"))), is("200"));
        assertThat(told(ask(endpoint, DELEGATE, get("BILLING", MEMBER))), is("200"));
        assertThat(told(ask(endpoint, MANAGEMENT, get("BILLING"))), is("404 ResourceNotFoundException"));
        assertThat(told(ask(endpoint, ANOTHER_MEMBER, get("BILLING"))), is("404 ResourceNotFoundException"));
    }

    @Test
    void syntaxIsJudgedBeforeAuthority() {
        assertThat(
                told(ask(
                        ReferenceEndpoint.standard(),
                        MEMBER,
                        put(m -> m.put("AccountId", MEMBER).put("Name", "")))),
                is("400 ValidationException"));
    }

    private static Received ask(ReferenceEndpoint endpoint, String account, Sent request) {
        Credentials credentials = World.standard()
                .parties()
                .filter(p -> p.account().equals(account))
                .findFirst()
                .flatMap(Party::credentials)
                .orElseThrow();
        return endpoint.answer(signed(request, credentials));
    }
}
