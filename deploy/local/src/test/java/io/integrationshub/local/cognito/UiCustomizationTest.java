package io.integrationshub.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;

class UiCustomizationTest {
    private static final String CSS = ".submitButton-customizable { background: #123456; }";

    @RegisterExtension
    final StandInFixture fixture = new StandInFixture();

    @Test
    void theStyleOfAllClientsIsReturned() {
        String id = fixture.poolNamed("EPCC");
        fixture.domain(id, "shop-one");
        fixture.cognito().setUICustomization(ui -> ui.userPoolId(id).css(CSS));

        var customization =
                fixture.cognito().getUICustomization(ui -> ui.userPoolId(id)).uiCustomization();

        assertThat(customization.clientId()).isEqualTo("ALL");
        assertThat(customization.css()).isEqualTo(CSS);
    }

    @Test
    void anInactiveDomainIsRefused() {
        String id = fixture.poolNamed("EPCC");
        fixture.cognito().createUserPoolDomain(domain -> domain.userPoolId(id).domain("shop-one"));

        assertThatThrownBy(() -> fixture.cognito()
                        .setUICustomization(ui -> ui.userPoolId(id).css(CSS)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("The domain  associated with this user pool is currently not Active.");
    }

    @Test
    void aClassOutsideTheFixedListIsRefused() {
        String id = fixture.poolNamed("EPCC");
        fixture.domain(id, "shop-one");

        assertThatThrownBy(() -> fixture.cognito()
                        .setUICustomization(ui -> ui.userPoolId(id).css(".modal { color: #fff.png; }")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining(".modal");
    }
}
