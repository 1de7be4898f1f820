package accountspec.target;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;

class CredentialsTest {

    private static final String FILE = """
            [org-management]
            aws_access_key_id = AKIDEXAMPLE
            aws_secret_access_key = wJalrXUtnFEMI

            [nothing]
            region = us-east-1
            """;

    @Test
    void an_AWS_profile_gives_its_keys() {
        var credentials = profile("org-management");
        assertThat(credentials.resolve(), is(new Keys("AKIDEXAMPLE", "wJalrXUtnFEMI", Optional.empty())));
    }

    @Test
    void secrets_are_known_once_they_are_resolved() {
        var credentials = profile("org-management");
        assertThat(credentials.secrets(), is(empty()));
        credentials.resolve();
        assertThat(credentials.secrets(), contains("wJalrXUtnFEMI"));
    }

    @Test
    void an_AWS_profile_that_is_not_there_is_named() {
        assertThat(
                complaint(profile("readonly")),
                is(
                        "the AWS profile 'readonly' is not in ~/.aws/config or ~/.aws/credentials (nor where AWS_CONFIG_FILE and"
                                + " AWS_SHARED_CREDENTIALS_FILE point); add it, or name another in the target file"));
    }

    @Test
    void an_AWS_profile_without_keys_is_named() {
        assertThat(complaint(profile("nothing")), containsString("the AWS profile 'nothing' gave no credentials: "));
    }

    @Test
    void a_default_chain_without_credentials_says_what_to_do() {
        var chain = AwsCredentials.defaultChain(() -> () -> {
            throw SdkClientException.create("Unable to load credentials from any of the providers in the chain");
        });
        assertThat(
                complaint(chain),
                is(
                        "the AWS default chain found no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or give a"
                                + " profile (AWS_PROFILE, or 'credentials: profile:NAME' in the target file)"));
    }

    @Test
    void a_chain_may_give_a_session() {
        var chain =
                AwsCredentials.defaultChain(() -> () -> AwsSessionCredentials.create("AKID", "secret-1", "token-1"));
        assertThat(chain.resolve(), is(new Keys("AKID", "secret-1", Optional.of("token-1"))));
        assertThat(chain.resolve().toString(), not(containsString("1")));
    }

    private static Credentials profile(String name) {
        return AwsCredentials.profile(
                name,
                () -> ProfileFile.builder()
                        .content(new ByteArrayInputStream(FILE.getBytes(StandardCharsets.UTF_8)))
                        .type(ProfileFile.Type.CREDENTIALS)
                        .build());
    }

    private static String complaint(Credentials credentials) {
        return assertThrows(ProfileException.class, credentials::resolve).getMessage();
    }
}
