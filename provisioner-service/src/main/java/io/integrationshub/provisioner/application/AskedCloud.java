package io.integrationshub.provisioner.application;

import io.integrationshub.provisioner.domain.AppClient;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.PoolUrls;
import io.integrationshub.provisioner.domain.UserPoolDomain;
import java.util.List;
import java.util.Optional;

/** A cloud of which only questions are asked, within the time limit of one {@link Question}. A write is a defect and is not sent. */
record AskedCloud(Cloud cloud, Question question) implements Cloud {
    private static final int PAGE = 60;

    @Override
    public CallerIdentity identity() {
        return question.ask(cloud::identity);
    }

    @Override
    public UserPools userPools() {
        return new Pools(cloud.userPools(), question);
    }

    @Override
    public UserPoolDomains domains() {
        return new Domains(cloud.domains(), question);
    }

    @Override
    public AppClients appClients() {
        return new Clients(cloud.appClients(), question);
    }

    @Override
    public UiCustomizations uiCustomizations() {
        return new Pages(cloud.uiCustomizations(), question);
    }

    @Override
    public ManagedLoginBrandings brandings() {
        return new Brandings(cloud.brandings(), question);
    }

    @Override
    public PoolUrls urls(Document pool) {
        return cloud.urls(pool);
    }

    @Override
    public String signInHost(String prefix) {
        return cloud.signInHost(prefix);
    }

    @Override
    public String consoleUrl(String userPoolId) {
        return cloud.consoleUrl(userPoolId);
    }

    @Override
    public void close() {
        cloud.close();
    }

    private static IllegalStateException write() {
        return new IllegalStateException("A question must not write");
    }

    private record Pools(UserPools pools, Question question) implements UserPools {
        @Override
        public List<Summary> list() {
            List<Summary> all = question.ask(pools::list);
            question.morePages((all.size() - 1) / PAGE);
            return all;
        }

        @Override
        public Optional<Summary> first() {
            return question.ask(pools::first);
        }

        @Override
        public Optional<Document> mfa(String userPoolId) {
            return question.ask(() -> pools.mfa(userPoolId));
        }

        @Override
        public Optional<Document> describe(String userPoolId) {
            return question.ask(() -> pools.describe(userPoolId));
        }

        @Override
        public void setMfa(Document request) {
            throw write();
        }

        @Override
        public Document create(Document request) {
            throw write();
        }

        @Override
        public void update(Document request) {
            throw write();
        }

        @Override
        public void delete(String userPoolId) {
            throw write();
        }
    }

    private record Pages(UiCustomizations pages, Question question) implements UiCustomizations {
        @Override
        public Document shown(String userPoolId, String clientId) {
            return question.ask(() -> pages.shown(userPoolId, clientId));
        }

        @Override
        public void set(Document request) {
            throw write();
        }
    }

    private record Brandings(ManagedLoginBrandings brandings, Question question) implements ManagedLoginBrandings {
        @Override
        public Optional<Document> shown(String userPoolId, String clientId) {
            return question.ask(() -> brandings.shown(userPoolId, clientId));
        }

        @Override
        public void create(Document request) {
            throw write();
        }

        @Override
        public void update(Document request) {
            throw write();
        }
    }

    private record Domains(UserPoolDomains domains, Question question) implements UserPoolDomains {
        @Override
        public Optional<UserPoolDomain> describe(String prefix) {
            return question.ask(() -> domains.describe(prefix));
        }

        @Override
        public void create(String prefix, String userPoolId, int managedLoginVersion) {
            throw write();
        }

        @Override
        public void update(String prefix, String userPoolId, int managedLoginVersion) {
            throw write();
        }

        @Override
        public void delete(String prefix, String userPoolId) {
            throw write();
        }
    }

    private record Clients(AppClients clients, Question question) implements AppClients {
        @Override
        public List<String> named(String userPoolId, String name) {
            return question.ask(() -> clients.named(userPoolId, name));
        }

        @Override
        public Optional<String> first(String userPoolId) {
            return question.ask(() -> clients.first(userPoolId));
        }

        @Override
        public Optional<AppClient> describe(String userPoolId, String clientId) {
            return question.ask(() -> clients.describe(userPoolId, clientId));
        }

        @Override
        public AppClient create(Document request) {
            throw write();
        }

        @Override
        public void update(Document request) {
            throw write();
        }
    }
}
