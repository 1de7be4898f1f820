package accountspec.names;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    private static final List<String> KNOWN = List.of(
            "endpoint", "signing", "callers", "the management account", "a member", "another member", "PAC-EMAIL-2");

    @ParameterizedTest
    @CsvSource({
        "singing, signing",
        "SIGNING, signing",
        "caller, callers",
        "endpiont, endpoint",
        "the managment account, the management account",
        "management account, the management account",
        "member, a member",
        "pac-email-2, PAC-EMAIL-2",
        "PAC-EMIAL-2, PAC-EMAIL-2"
    })
    void a_slip_of_the_hand_is_recognised(String typed, String meant) {
        assertThat(Names.nearest(typed, KNOWN), is(Optional.of(meant)));
    }

    @ParameterizedTest
    @CsvSource({"url", "x", "''", "credentials"})
    void a_name_that_is_like_none_of_them_suggests_nothing(String typed) {
        assertThat(Names.nearest(typed, KNOWN), is(Optional.empty()));
    }

    @Test
    void several_near_names_come_nearest_first() {
        var known = List.of("PAC-EMAIL-12", "PAC-NAME-1", "PAC-EMAIL-1");
        assertThat(Names.near("PAC-EMAIL-1", known, 2), contains("PAC-EMAIL-1", "PAC-EMAIL-12"));
    }

    @Test
    void an_unknown_name_is_told_with_the_nearest_and_all_known_ones() {
        assertThat(
                Names.unknown("key", "singing", "callers", List.of("endpoint", "signing")),
                is("unknown key 'singing' at callers; did you mean 'signing'? Known: endpoint, signing"));
        assertThat(
                Names.unknown("key", "colour", List.of("endpoint", "signing")),
                is("unknown key 'colour'. Known: endpoint, signing"));
    }

    @Test
    void a_name_with_a_word_left_out_is_near() {
        assertThat(Names.nearest("account", List.of("an outsider", "the account")), is(Optional.of("the account")));
        assertThat(
                Names.nearest(
                        "with all features", List.of("without all features", "with all features and trusted access")),
                is(Optional.of("with all features and trusted access")));
        assertThat(Names.nearest("count", List.of("the account")), is(Optional.empty()));
    }
}
