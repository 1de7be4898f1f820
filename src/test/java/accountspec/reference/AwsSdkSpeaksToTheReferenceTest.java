package accountspec.reference;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.AccessDeniedException;
import software.amazon.awssdk.services.account.model.AccountException;
import software.amazon.awssdk.services.account.model.AlternateContact;
import software.amazon.awssdk.services.account.model.AlternateContactType;
import software.amazon.awssdk.services.account.model.InternalServerException;
import software.amazon.awssdk.services.account.model.PutAlternateContactRequest;
import software.amazon.awssdk.services.account.model.ResourceNotFoundException;
import software.amazon.awssdk.services.account.model.TooManyRequestsException;
import software.amazon.awssdk.services.account.model.ValidationException;

/** Proof that the reference speaks the real protocol: AWS's own client understands it, and it AWS's own client. */
final class AwsSdkSpeaksToTheReferenceTest {

    @Test
    void itPutsReadsOverwritesAndDeletes() {
        try (ReferenceServer server = ReferenceServer.start(ReferenceEndpoint.standard(), 0);
                AccountClient client = client(server, "the account", "us-east-1")) {
            client.putAlternateContact(carlos());
            assertThat(read(client).name(), is("Carlos Salazar"));

            client.putAlternateContact(carlos().toBuilder()
                    .name("Zo\u00eb")
                    .emailAddress(" zoe@example.com ")
                    .build());
            assertThat(read(client).name(), is("Zo\u00eb"));
            assertThat(read(client).emailAddress(), is("zoe@example.com"));
            assertThat(read(client).alternateContactType(), is(AlternateContactType.BILLING));

            client.deleteAlternateContact(r -> r.alternateContactType(AlternateContactType.BILLING));
            assertThrows(ResourceNotFoundException.class, () -> read(client));
        }
    }

    @Test
    void itSetsAMembersContactFromTheManagementAccount() {
        try (ReferenceServer server = ReferenceServer.start(ReferenceEndpoint.standard(), 0);
                AccountClient management = client(server, "the management account", "us-east-1");
                AccountClient member = client(server, "a member", "us-east-1")) {
            management.putAlternateContact(
                    carlos().toBuilder().accountId("333333333333").build());

            assertThat(read(member).title(), is("CFO"));
            assertThrows(ResourceNotFoundException.class, () -> read(management));
        }
    }

    @Test
    void itGetsEachErrorAsItsOwnType() {
        try (ReferenceServer server = ReferenceServer.start(ReferenceEndpoint.standard(), 0);
                AccountClient client = client(server, "the account", "us-east-1");
                AccountClient forbidden = client(server, "a caller without permission", "us-east-1")) {
            ValidationException invalid =
                    assertThrows(ValidationException.class, () -> client.putAlternateContact(p -> p.name("")));
            assertThat(invalid.statusCode(), is(400));
            assertThat(invalid.requestId().isEmpty(), is(false));
            AccessDeniedException denied =
                    assertThrows(AccessDeniedException.class, () -> forbidden.putAlternateContact(carlos()));
            assertThat(denied.statusCode(), is(403));
            assertThrows(
                    TooManyRequestsException.class,
                    () -> client.putAlternateContact(provoking("TooManyRequestsException")));
            assertThrows(
                    InternalServerException.class,
                    () -> client.putAlternateContact(provoking("InternalServerException")));
        }
    }

    @Test
    void itIsRefusedInTheWrongRegion() {
        try (ReferenceServer server = ReferenceServer.start(ReferenceEndpoint.standard(), 0);
                AccountClient client = client(server, "the account", "eu-central-1")) {
            AccountException refused = assertThrows(AccountException.class, () -> client.putAlternateContact(carlos()));

            assertThat(refused.awsErrorDetails().errorCode(), is("InvalidSignatureException"));
        }
    }

    @Test
    void itSpeaksToAnEndpointUnderAPrefix() {
        try (ReferenceServer server =
                        ReferenceServer.start(ReferenceEndpoint.standard().under("/stage"), 0);
                AccountClient client = client(server, "an outsider", "us-east-1")) {
            client.putAlternateContact(carlos());

            assertThat(read(client).phoneNumber(), is("206-555-0199"));
        }
    }

    private static PutAlternateContactRequest carlos() {
        return PutAlternateContactRequest.builder()
                .alternateContactType(AlternateContactType.BILLING)
                .emailAddress("carlos@example.com")
                .name("Carlos Salazar")
                .phoneNumber("206-555-0199")
                .title("CFO")
                .build();
    }

    private static PutAlternateContactRequest provoking(String error) {
        return carlos().toBuilder()
                .overrideConfiguration(c -> c.putHeader(ReferenceEndpoint.PROVOCATION, error))
                .build();
    }

    private static AlternateContact read(AccountClient client) {
        return client.getAlternateContact(r -> r.alternateContactType(AlternateContactType.BILLING))
                .alternateContact();
    }

    private static AccountClient client(ReferenceServer server, String party, String region) {
        return AccountClient.builder()
                .endpointOverride(server.uri())
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(credentials(party)))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }

    private static AwsCredentials credentials(String party) {
        Credentials keys = World.standard()
                .parties()
                .filter(p -> p.name().equals(party))
                .findFirst()
                .flatMap(Party::credentials)
                .orElseThrow();
        return keys.sessionToken().isPresent()
                ? AwsSessionCredentials.create(
                        keys.accessKey(), keys.secretKey(), keys.sessionToken().get())
                : AwsBasicCredentials.create(keys.accessKey(), keys.secretKey());
    }
}
