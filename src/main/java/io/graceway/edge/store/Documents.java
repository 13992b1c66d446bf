package io.graceway.edge.store;

import io.graceway.journey.delinquency.DelinquentAccount;
import tools.jackson.databind.json.JsonMapper;

/** Accounts as the store keeps them: JSON of the journey's own records, read back into exactly those. */
public final class Documents {

    private final JsonMapper json = JsonMapper.builder().build();

    public String write(DelinquentAccount account) {
        return json.writeValueAsString(account);
    }

    public DelinquentAccount read(String document) {
        return json.readValue(document, DelinquentAccount.class);
    }
}
