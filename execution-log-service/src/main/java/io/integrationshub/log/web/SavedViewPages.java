package io.integrationshub.log.web;

import static io.integrationshub.runtime.web.Roles.ADMIN;
import static io.integrationshub.runtime.web.Roles.OPERATOR;
import static io.integrationshub.runtime.web.Roles.VIEWER;

import io.integrationshub.log.application.SavedViews;
import io.integrationshub.log.application.SavedViews.SavedView;
import io.integrationshub.log.listing.ListQuery;
import io.integrationshub.runtime.web.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Keeps what the list's address says under a name, for the person who asks. */
@Path("/views")
public class SavedViewPages {
    private static final int NAME = 60;
    private static final int QUERY = 2000;

    private final SavedViews views;
    private final Viewers viewers;

    SavedViewPages(SavedViews views, Viewers viewers) {
        this.views = views;
        this.viewers = viewers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response save(@FormParam("name") String name, @FormParam("query") String query) {
        if (name == null || name.isBlank() || name.strip().length() > NAME || name.indexOf('\0') >= 0) {
            throw Problems.badParameter("name", "Give the view a name of 1 to " + NAME + " characters.");
        }
        String checked = checked(query == null ? "" : query);
        if (!views.save(viewers.storeId(), viewers.name(), new SavedView(name.strip(), checked))) {
            throw Problems.conflict(
                    "TOO_MANY_VIEWS", "You keep " + SavedViews.MOST + " views already. Delete one of them first.");
        }
        return back(checked);
    }

    @POST
    @Path("/delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({VIEWER, OPERATOR, ADMIN})
    @Operation(hidden = true)
    public Response forget(@FormParam("name") String name) {
        if (name == null) {
            throw Problems.badParameter("name", "Name the view to delete.");
        }
        views.forget(viewers.storeId(), viewers.name(), name);
        return back("");
    }

    /** As the list would take it, without a place in it. */
    private static String checked(String query) {
        if (query.length() > QUERY) {
            throw Problems.badParameter("query", "query has at most " + QUERY + " characters.");
        }
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        List<String> kept = new ArrayList<>();
        for (String parameter : query.split("&", 0)) {
            String[] parts = parameter.split("=", 2);
            if (parts.length == 2 && !parts[1].isEmpty() && !parts[0].equals("cursor")) {
                String name = decoded(parts[0]);
                String value = decoded(parts[1]);
                parameters.add(name, value);
                kept.add(encoded(name) + "=" + encoded(value));
            }
        }
        ListQuery.of(Columns.without(parameters));
        return String.join("&", kept);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problems.badParameter("query", "query is what the address of the list has behind its question mark.");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Response back(String query) {
        return Response.seeOther(URI.create(query.isEmpty() ? "/" : "/?" + query))
                .build();
    }
}
