package accountspec.target;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {

    @ParameterizedTest
    @CsvSource({
        "https://account.example.net, https://account.example.net",
        "https://account.example.net/, https://account.example.net",
        "https://account.example.net/aws/account//, https://account.example.net/aws/account",
        "http://account.example.net:80/x, http://account.example.net/x",
        "https://account.example.net:443, https://account.example.net",
        "http://account.example.net:443, http://account.example.net:443",
        "HTTP://Account.Example.NET/Aws, http://account.example.net/Aws",
        "https://Account.us-east-1.AmazonAWS.com./, https://account.us-east-1.amazonaws.com",
        "http://127.0.0.1:8080/a%2Fb, http://127.0.0.1:8080/a%2Fb",
        "http://[::1]:8080/, http://[::1]:8080",
        "http://localhost, http://localhost"
    })
    void an_endpoint_has_one_form(String written, String form) {
        assertThat(Endpoint.of(written).toString(), is(form));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "localhost:8080 | 'localhost:8080' does not begin with http:// or https://; did you mean http://localhost:8080?",
                "account.example.net | 'account.example.net' does not begin with http:// or https://; did you mean http://account.example.net?",
                "127.0.0.1:8080/x | '127.0.0.1:8080/x' does not begin with http:// or https://; did you mean http://127.0.0.1:8080/x?",
                "user:secret@example.net | a user name or a password stands in it; leave it out, and put credentials under callers",
                "https:// | 'https://' is no URL: Expected authority at character 9",
                "ftp://example.net | 'ftp://example.net' does not begin with http:// or https://",
                "http://my_service:8080 | 'http://my_service:8080' has no host name that can be looked up; one is letters, digits, hyphens and dots, or an address",
                "http:///path | 'http:///path' has no host name that can be looked up; one is letters, digits, hyphens and dots, or an address",
                "http://example.net?x=1 | 'http://example.net?x=1' has a query; a base URL ends with its path",
                "http://example.net/#top | 'http://example.net/#top' has a fragment; a base URL ends with its path",
                "http://example.net:0 | 'http://example.net:0' has the port 0; ports are 1 to 65535",
                "http://example.net:70000 | 'http://example.net:70000' has the port 70000; ports are 1 to 65535",
                "http://example.net:http | 'http://example.net:http' has no number for a port; ports are 1 to 65535",
                "http://example.net:99999999999/x | 'http://example.net:99999999999/x' has no number for a port; ports are 1 to 65535",
                "http://example.net/a b | 'http://example.net/a b' is no URL: Illegal character in path at character 21",
                "http://user:secret@example.net | a user name or a password stands in it; leave it out, and put credentials under callers"
            })
    void what_cannot_be_an_endpoint_is_refused_with_what_to_do(String written, String complaint) {
        assertThat(
                assertThrows(IllegalArgumentException.class, () -> Endpoint.of(written))
                        .getMessage(),
                is(complaint));
    }
}
