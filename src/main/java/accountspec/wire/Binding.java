package accountspec.wire;

import accountspec.exchange.Header;
import accountspec.exchange.Sent;
import accountspec.operation.Draft;
import accountspec.operation.Form;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a draft into the request that restJson1 makes of it.
 *
 * @param endpoint the base URL; its path comes before every request's
 * @param userAgent names the suite; the scenario is added to it
 */
public record Binding(URI endpoint, String userAgent) {

    /** A request that is not signed yet. */
    public Sent bind(Draft draft, Form form, String scenario) {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("Host", endpoint.getRawAuthority()));
        headers.add(new Header("User-Agent", userAgent + " (" + ascii(scenario) + ")"));
        form.contentType().ifPresent(type -> headers.add(new Header("Content-Type", type)));
        headers.addAll(form.headers());
        String prefix =
                endpoint.getRawPath() == null ? "" : endpoint.getRawPath().replaceAll("/+$", "");
        return new Sent(
                form.method(), prefix + form.path(), headers, form.body().apply(draft));
    }

    private static String ascii(String text) {
        return text.replaceAll("[^ -~]|[()\\\\]", "?");
    }
}
