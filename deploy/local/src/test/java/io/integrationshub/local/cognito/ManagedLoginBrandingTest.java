package io.integrationshub.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ManagedLoginBrandingExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ManagedLoginBrandingType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;

class ManagedLoginBrandingTest {
    private static final Document DARK = Document.mapBuilder()
            .putDocument(
                    "categories",
                    Document.mapBuilder().putString("colorScheme", "DARK").build())
            .build();

    @RegisterExtension
    final StandInFixture fixture = new StandInFixture();

    private String pool;
    private String client;

    @BeforeEach
    void poolAndClient() {
        pool = fixture.poolNamed("EPCC");
        client = fixture.cognito()
                .createUserPoolClient(request -> request.userPoolId(pool).clientName("EPCC"))
                .userPoolClient()
                .clientId();
    }

    @Test
    void aStyleBelongsToOneClientAndIsShownAgain() {
        String id = create().managedLoginBrandingId();

        ManagedLoginBrandingType shown = describe();

        assertThat(shown.managedLoginBrandingId()).isEqualTo(id);
        assertThat(shown.userPoolId()).isEqualTo(pool);
        assertThat(shown.useCognitoProvidedValues()).isTrue();
        assertThatThrownBy(this::create).isInstanceOf(ManagedLoginBrandingExistsException.class);
    }

    @Test
    void anUpdateReplacesTheStyle() {
        String id = create().managedLoginBrandingId();

        fixture.cognito()
                .updateManagedLoginBranding(request -> request.userPoolId(pool)
                        .managedLoginBrandingId(id)
                        .useCognitoProvidedValues(false)
                        .settings(DARK));

        assertThat(describe().settings()).isEqualTo(DARK);
        assertThat(describe().useCognitoProvidedValues()).isFalse();
    }

    @Test
    void cognitosOwnStyleAndAnotherExcludeEachOther() {
        assertThatThrownBy(() -> fixture.cognito()
                        .createManagedLoginBranding(request -> request.userPoolId(pool)
                                .clientId(client)
                                .useCognitoProvidedValues(true)
                                .settings(DARK)))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> fixture.cognito()
                        .createManagedLoginBranding(
                                request -> request.userPoolId(pool).clientId(client)))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void withoutAStyleThereIsNothingToDescribe() {
        assertThatThrownBy(this::describe).isInstanceOf(ResourceNotFoundException.class);
    }

    private ManagedLoginBrandingType create() {
        return fixture.cognito()
                .createManagedLoginBranding(
                        request -> request.userPoolId(pool).clientId(client).useCognitoProvidedValues(true))
                .managedLoginBranding();
    }

    private ManagedLoginBrandingType describe() {
        return fixture.cognito()
                .describeManagedLoginBrandingByClient(
                        request -> request.userPoolId(pool).clientId(client))
                .managedLoginBranding();
    }
}
