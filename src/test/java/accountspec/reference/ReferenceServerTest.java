package accountspec.reference;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReferenceServerTest {

    @ParameterizedTest
    @EnumSource(Framing.class)
    void itAnswersOverHttpInEveryFraming(Framing framing) throws Exception {
        Behaviour behaviour = Behaviour.right().conduct(c -> c.framing(framing));
        ReferenceEndpoint endpoint = ReferenceEndpoint.of(World.standard().unsigned(), behaviour, Time.real());

        try (ReferenceServer server = ReferenceServer.start(endpoint, 0)) {
            assertThat(
                    post(server.uri() + "/putAlternateContact", Asking.text(Asking.put()))
                            .statusCode(),
                    is(200));
            assertThat(
                    post(server.uri() + "/getAlternateContact", Asking.text(Asking.get("BILLING")))
                            .body(),
                    containsString("Carlos"));
            assertThat(post(server.uri() + "/putAlternateContact", "{").statusCode(), is(400));
        }
    }

    @ParameterizedTest
    @EnumSource(Framing.class)
    void aBodyThatIsTooLargeIsAnsweredAndNotKept(Framing framing) throws Exception {
        Behaviour behaviour = Behaviour.right().conduct(c -> c.framing(framing));
        ReferenceEndpoint endpoint = ReferenceEndpoint.of(World.standard().unsigned(), behaviour, Time.real());

        try (ReferenceServer server = ReferenceServer.start(endpoint, 0)) {
            String body = Asking.text(Asking.put()) + " ".repeat(5 << 20);
            assertThat(post(server.uri() + "/putAlternateContact", body).statusCode(), is(413));
        }
    }

    @Test
    void itStandsUnderAPrefix() throws Exception {
        ReferenceEndpoint endpoint = ReferenceEndpoint.of(World.standard().unsigned(), Behaviour.right(), Time.real())
                .under("/stage");

        try (ReferenceServer server = ReferenceServer.start(endpoint, 0)) {
            assertThat(server.uri().getPath(), is("/stage"));
            assertThat(
                    post(server.uri() + "/putAlternateContact", Asking.text(Asking.put()))
                            .statusCode(),
                    is(200));
        }
    }

    @ParameterizedTest
    @EnumSource(Framing.class)
    void aTakenPortIsSaidPlainly(Framing framing) {
        Behaviour behaviour = Behaviour.right().conduct(c -> c.framing(framing));
        try (ReferenceServer first = ReferenceServer.start(ReferenceEndpoint.standard(), 0)) {
            PortTakenException taken = assertThrows(
                    PortTakenException.class,
                    () -> ReferenceServer.start(
                                    ReferenceEndpoint.of(World.standard(), behaviour, Time.real()), first.port())
                            .close());

            assertThat(taken.getMessage(), containsString("127.0.0.1:" + first.port() + ": the port is taken."));
        }
    }

    @Test
    void itsProfileNamesEveryParty(@TempDir Path folder) throws IOException {
        try (ReferenceServer server = ReferenceServer.start(ReferenceEndpoint.standard(), 0)) {
            JsonNode profile =
                    new ObjectMapper(new YAMLFactory()).readTree(Files.readString(server.writeProfile(folder)));

            assertThat(profile.get("endpoint").textValue(), is(server.uri().toString()));
            assertThat(profile.at("/callers/the account/account").textValue(), is("555555555555"));
            assertThat(
                    profile.at("/callers/a caller without permission/credentials")
                            .has("secretKey"),
                    is(true));
            assertThat(profile.at("/organizations").size(), is(3));
            assertThat(
                    profile.at("/organizations/with all features and trusted access")
                            .size(),
                    is(4));
            assertThat(
                    profile.at("/provoke/InternalServerException/header/X-Fault")
                            .textValue(),
                    is("InternalServerException"));
        }
    }

    @Test
    void anUnsignedServersProfileOffersOneCaller() throws IOException {
        ReferenceEndpoint endpoint = ReferenceEndpoint.of(World.standard().unsigned(), Behaviour.right(), Time.real());
        try (ReferenceServer server = ReferenceServer.start(endpoint, 0)) {
            JsonNode profile = new ObjectMapper(new YAMLFactory()).readTree(server.profileYaml());

            assertThat(profile.get("signing").textValue(), is("none"));
            assertThat(profile.get("callers").size(), is(1));
            assertThat(profile.has("organizations"), is(false));
        }
    }

    private static HttpResponse<String> post(String uri, String body) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(uri))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
