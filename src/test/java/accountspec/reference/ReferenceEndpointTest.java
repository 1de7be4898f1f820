package accountspec.reference;

import static accountspec.reference.Asking.contact;
import static accountspec.reference.Asking.delete;
import static accountspec.reference.Asking.get;
import static accountspec.reference.Asking.post;
import static accountspec.reference.Asking.put;
import static accountspec.reference.Asking.text;
import static accountspec.reference.Asking.told;
import static accountspec.reference.Asking.with;
import static accountspec.reference.Asking.without;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReferenceEndpointTest {

    @Test
    void aPutIsAnsweredWith200AndNothingElse() {
        Received answer = anEndpoint().answer(put());

        assertThat(answer.status(), is(200));
        assertThat(answer.body().length, is(0));
        assertThat(answer.header("x-amzn-RequestId").isPresent(), is(true));
    }

    @Test
    void aContactIsKeptAsSentButForBlanksAroundTheAddress() {
        ReferenceEndpoint endpoint = anEndpoint();
        endpoint.answer(put(m -> m.put("Name", " Zo\u00eb \uD83D\uDE00 ")
                .put("PhoneNumber", " 1 ")
                .put("EmailAddress", "\u00a0\tCarlos@Example.com\n")));

        assertThat(
                contact(endpoint.answer(get("BILLING"))).toString(),
                is("{\"AlternateContactType\":\"BILLING\",\"EmailAddress\":\"Carlos@Example.com\","
                        + "\"Name\":\" Zo\u00eb \uD83D\uDE00 \",\"PhoneNumber\":\" 1 \",\"Title\":\"CFO\"}"));
    }

    @Test
    void aSecondPutReplacesTheFirst() {
        ReferenceEndpoint endpoint = anEndpoint();
        endpoint.answer(put("Name", "First"));
        endpoint.answer(put("Name", "Second"));

        assertThat(contact(endpoint.answer(get("BILLING"))).get("Name").textValue(), is("Second"));
    }

    @Test
    void typesAreIndependent() {
        ReferenceEndpoint endpoint = anEndpoint();
        endpoint.answer(put());

        assertThat(told(endpoint.answer(get("SECURITY"))), is("404 ResourceNotFoundException"));
    }

    @Test
    void aRefusedPutChangesNothing() {
        ReferenceEndpoint endpoint = anEndpoint();
        endpoint.answer(put("Name", "First"));
        endpoint.answer(put(m -> m.put("Name", "Second").put("Title", "")));

        assertThat(contact(endpoint.answer(get("BILLING"))).get("Name").textValue(), is("First"));
    }

    @Test
    void aDeletedContactIsGoneAndCannotBeDeletedAgain() {
        ReferenceEndpoint endpoint = anEndpoint();
        endpoint.answer(put());

        assertThat(told(endpoint.answer(delete("BILLING"))), is("200"));
        assertThat(told(endpoint.answer(get("BILLING"))), is("404 ResourceNotFoundException"));
        assertThat(told(endpoint.answer(delete("BILLING"))), is("404 ResourceNotFoundException"));
    }

    @ParameterizedTest
    @CsvSource({"TooManyRequestsException, 429", "InternalServerException, 500"})
    void anErrorCanBeProvokedAndChangesNothing(String error, int status) {
        ReferenceEndpoint endpoint = anEndpoint();

        assertThat(told(endpoint.answer(with(put(), "x-fault", error))), is(status + " " + error));
        assertThat(told(endpoint.answer(get("BILLING"))), is("404 ResourceNotFoundException"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "\"x\"",
                "null",
                "{}{}",
                "{} x",
                "{'Name': 1}",
                "\ufeff{}",
                "{\"Name\": \"a\nb\"}",
                " "
            })
    void whatIsNoJsonObjectIsMalformed(String body) {
        assertThat(told(anEndpoint().answer(post("/putAlternateContact", body))), is("400 SerializationException"));
    }

    @Test
    void bytesThatAreNotUtf8AreMalformed() {
        Sent request = put();
        byte[] body = new String(request.body(), StandardCharsets.UTF_8)
                .replace("Carlos", "C\u00e4rlos")
                .getBytes(StandardCharsets.ISO_8859_1);

        Received answer = anEndpoint().answer(new Sent(request.method(), request.target(), request.headers(), body));

        assertThat(told(answer), is("400 SerializationException"));
    }

    @Test
    void noBodyIsAnObjectWithoutMembers() {
        assertThat(told(anEndpoint().answer(post("/putAlternateContact", ""))), is("400 ValidationException"));
    }

    @Test
    void unknownMembersAreOverlookedAndTheLastOfTwoCounts() {
        ReferenceEndpoint endpoint = anEndpoint();
        String body = text(put("Colour", "red")).replace("{\"Alt", "{\"Name\":\"First\",\"Alt");

        assertThat(told(endpoint.answer(post("/putAlternateContact", body))), is("200"));
        assertThat(contact(endpoint.answer(get("BILLING"))).get("Name").textValue(), is("Carlos Salazar"));
    }

    @Test
    void anErrorSaysItsNameInAHeaderAndItsReasonInJson() {
        Received answer = anEndpoint().answer(put("Name", ""));

        assertThat(answer.header("X-Amzn-Errortype").orElse("none"), is("ValidationException"));
        assertThat(answer.header("Content-Type").orElse("none"), is("application/json"));
        assertThat(text(answer), containsString("{\"message\":\""));
    }

    @Test
    void anErrorQuotesNobodysData() {
        assertThat(text(anEndpoint().answer(put("EmailAddress", "carlos at example"))), not(containsString("carlos")));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, 200",
        "application/json; charset=utf-8, 200",
        "APPLICATION/JSON, 200",
        "text/plain, 415 UnsupportedMediaTypeException",
        "application/x-amz-json-1.1, 415 UnsupportedMediaTypeException",
        "application/jsonx, 415 UnsupportedMediaTypeException"
    })
    void onlyJsonIsTaken(String type, String answer) {
        assertThat(told(anEndpoint().answer(with(put(), "Content-Type", type))), is(answer));
    }

    @Test
    void noContentTypeIsTakenForJson() {
        assertThat(told(anEndpoint().answer(without(put(), "Content-Type"))), is("200"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/PutAlternateContact",
                "/putAlternateContact/",
                "//putAlternateContact",
                "/put%41lternateContact"
            })
    void thereIsNothingElsewhere(String target) {
        assertThat(told(anEndpoint().answer(post(target, text(put())))), is("404 UnknownOperationException"));
    }

    @Test
    void aGetIsNoPost() {
        Sent put = put();

        assertThat(
                told(anEndpoint().answer(new Sent("GET", put.target(), put.headers(), put.body()))),
                is("404 UnknownOperationException"));
    }

    @Test
    void aPrefixBelongsToTheEndpoint() {
        ReferenceEndpoint endpoint = anEndpoint().under("/stage/");

        assertThat(told(endpoint.answer(post("/stage/putAlternateContact", text(put())))), is("200"));
        assertThat(told(endpoint.answer(put())), is("404 UnknownOperationException"));
    }

    @Test
    void aBodyOfOneMegabyteIsTakenAndOneOfFiveIsNot() {
        String body = text(put());

        assertThat(told(anEndpoint().answer(post("/putAlternateContact", body + " ".repeat(1 << 20)))), is("200"));
        assertThat(
                told(anEndpoint().answer(post("/putAlternateContact", body + " ".repeat(5 << 20)))),
                is("413 RequestEntityTooLargeException"));
    }

    @Test
    void aContactThatIsReadHasTheMembersOfThePage() {
        ReferenceEndpoint endpoint = anEndpoint();
        endpoint.answer(put());

        for (String member : List.of("AlternateContactType", "EmailAddress", "Name", "PhoneNumber", "Title")) {
            assertThat(contact(endpoint.answer(get("BILLING"))).has(member), is(true));
        }
    }

    private static ReferenceEndpoint anEndpoint() {
        return ReferenceEndpoint.of(World.standard().unsigned(), Behaviour.right(), Time.real());
    }
}
