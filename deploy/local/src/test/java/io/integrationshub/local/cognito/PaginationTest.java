package io.integrationshub.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientDescription;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolDescriptionType;

class PaginationTest {
    @RegisterExtension
    final StandInFixture fixture = new StandInFixture();

    @Test
    void poolsComeInPagesWithoutGapsOrRepeats() {
        var ids = IntStream.range(0, 7).mapToObj(i -> fixture.poolNamed("EPCC")).toList();

        var listed = fixture.cognito().listUserPoolsPaginator(list -> list.maxResults(3)).stream()
                .map(page -> page.userPools().stream()
                        .map(UserPoolDescriptionType::id)
                        .toList())
                .toList();

        assertThat(listed).hasSize(3);
        assertThat(listed).flatMap(page -> page).containsExactlyElementsOf(ids);
    }

    @Test
    void aPoolDeletedBetweenTwoPagesHidesNoOther() {
        var ids = IntStream.range(0, 4).mapToObj(i -> fixture.poolNamed("EPCC")).toList();
        String token =
                fixture.cognito().listUserPools(list -> list.maxResults(2)).nextToken();
        fixture.cognito().deleteUserPool(delete -> delete.userPoolId(ids.getFirst()));

        var second = fixture.cognito()
                .listUserPools(list -> list.maxResults(2).nextToken(token))
                .userPools();

        assertThat(second).extracting(UserPoolDescriptionType::id).containsExactlyElementsOf(ids.subList(2, 4));
    }

    @Test
    void clientsComeInPages() {
        String poolId = fixture.poolNamed("EPCC");
        IntStream.range(0, 3)
                .forEach(i -> fixture.cognito()
                        .createUserPoolClient(
                                client -> client.userPoolId(poolId).clientName("client " + i)));

        var names =
                fixture
                        .cognito()
                        .listUserPoolClientsPaginator(
                                list -> list.userPoolId(poolId).maxResults(1))
                        .stream()
                        .flatMap(page -> page.userPoolClients().stream())
                        .map(UserPoolClientDescription::clientName)
                        .toList();

        assertThat(names).containsExactly("client 0", "client 1", "client 2");
    }

    @Test
    void aTokenOfAnotherListIsRefused() {
        fixture.poolNamed("one");
        String poolId = fixture.poolNamed("two");
        String token =
                fixture.cognito().listUserPools(list -> list.maxResults(1)).nextToken();

        assertThatThrownBy(() -> fixture.cognito()
                        .listUserPoolClients(
                                list -> list.userPoolId(poolId).maxResults(1).nextToken(token)))
                .isInstanceOf(InvalidParameterException.class);
    }
}
