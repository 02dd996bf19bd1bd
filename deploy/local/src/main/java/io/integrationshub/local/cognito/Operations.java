package io.integrationshub.local.cognito;

import static java.util.Map.entry;

import java.util.Map;

/** The operations of Cognito user pools that the stand-in answers; every other one is unknown to it. */
final class Operations {
    static final Map<String, Operation> ALL = Map.ofEntries(
            entry("ListUserPools", UserPools::list),
            entry("DescribeUserPool", UserPools::describe),
            entry("CreateUserPool", UserPools::create),
            entry("UpdateUserPool", UserPools::update),
            entry("DeleteUserPool", UserPools::delete),
            entry("AddCustomAttributes", UserPools::addCustomAttributes),
            entry("ListUserPoolClients", UserPoolClients::list),
            entry("DescribeUserPoolClient", UserPoolClients::describe),
            entry("CreateUserPoolClient", UserPoolClients::create),
            entry("UpdateUserPoolClient", UserPoolClients::update),
            entry("DeleteUserPoolClient", UserPoolClients::delete),
            entry("CreateUserPoolDomain", UserPoolDomains::create),
            entry("UpdateUserPoolDomain", UserPoolDomains::update),
            entry("DescribeUserPoolDomain", UserPoolDomains::describe),
            entry("DeleteUserPoolDomain", UserPoolDomains::delete),
            entry("SetUserPoolMfaConfig", MfaConfig::set),
            entry("GetUserPoolMfaConfig", MfaConfig::get),
            entry("SetUICustomization", UiCustomizations::set),
            entry("GetUICustomization", UiCustomizations::get),
            entry("CreateManagedLoginBranding", ManagedLoginBrandings::create),
            entry("UpdateManagedLoginBranding", ManagedLoginBrandings::update),
            entry("DescribeManagedLoginBrandingByClient", ManagedLoginBrandings::describe),
            entry("TagResource", Tags::tag),
            entry("UntagResource", Tags::untag),
            entry("ListTagsForResource", Tags::list));

    private Operations() {}
}
