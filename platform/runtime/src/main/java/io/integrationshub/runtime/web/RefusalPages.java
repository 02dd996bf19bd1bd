package io.integrationshub.runtime.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import org.jspecify.annotations.Nullable;

/**
 * Tells people at a browser what the API tells programs: why there is no page, and the way on. A service with pages has a provider
 * that says how such a page looks.
 */
public abstract class RefusalPages implements ContainerResponseFilter {

    /**
     * A page in place of the one that was asked for.
     *
     * @param detail what to do
     * @param back true when the page before is a good place to go
     * @param trace what to ask support about; empty for nothing
     */
    public record Refusal(String title, String detail, boolean back, String trace) {}

    /** The page as HTML. */
    protected abstract String page(Refusal refusal);

    /** True for what a page is made of already, whatever its status is. */
    protected abstract boolean isPage(@Nullable Object entity);

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < Status.BAD_REQUEST.getStatusCode()
                || isPage(response.getEntity())
                || request.getUriInfo().getPath().startsWith("/api/")
                || request.getAcceptableMediaTypes().stream()
                        .noneMatch(type -> type.getSubtype().equals(MediaType.TEXT_HTML_TYPE.getSubtype()))) {
            return;
        }
        String trace = response.getHeaderString("traceresponse");
        Refusal refusal =
                of(request.getMethod(), response.getStatus(), response.getEntity(), trace == null ? "" : trace);
        response.setEntity(page(refusal), null, MediaType.TEXT_HTML_TYPE);
    }

    static Refusal of(String method, int status, @Nullable Object said, String trace) {
        return switch (Status.fromStatusCode(status)) {
            case FORBIDDEN ->
                new Refusal(
                        "You may not do this",
                        said instanceof String sentence
                                ? sentence
                                : told(said, "Your role does not allow it. Ask an admin of your store."),
                        true,
                        "");
            case SERVICE_UNAVAILABLE ->
                new Refusal(
                        "Not possible just now",
                        told(said, "Nothing was changed. Try again in a moment."),
                        true,
                        trace);
            case NOT_FOUND -> new Refusal("Page not found", "There is nothing at this address.", false, "");
            case METHOD_NOT_ALLOWED -> again(method);
            case REQUEST_ENTITY_TOO_LARGE ->
                new Refusal("That is too much", "A file or a text was too large. Choose a smaller one.", true, "");
            case null, default ->
                status < Status.INTERNAL_SERVER_ERROR.getStatusCode()
                        ? new Refusal(
                                "This could not be read",
                                told(said, "Go back, look at what you entered and try again."),
                                true,
                                "")
                        : new Refusal(
                                "Something went wrong on our side",
                                "Nothing was changed. Try again in a moment.",
                                true,
                                trace);
        };
    }

    private static String told(@Nullable Object said, String otherwise) {
        return said instanceof HttpProblem problem && problem.getDetail() != null ? problem.getDetail() : otherwise;
    }

    /** The sign-in leads back to the address of a form that was sent without a session; what it held is gone. */
    private static Refusal again(String method) {
        return method.equals(HttpMethod.GET)
                ? new Refusal(
                        "Choose it once more",
                        "Your session had ended, so you were asked to sign in and the button you chose did nothing.",
                        false,
                        "")
                : new Refusal("This could not be read", "Go back and try again.", true, "");
    }
}
