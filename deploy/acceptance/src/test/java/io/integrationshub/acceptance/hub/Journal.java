package io.integrationshub.acceptance.hub;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All different answers, to be searched afterwards. */
public final class Journal {
    private final Set<String> answers = ConcurrentHashMap.newKeySet();

    void add(String answer) {
        answers.add(answer);
    }

    /** Each with its request line, status, headers and body. */
    public Set<String> answers() {
        return Set.copyOf(answers);
    }
}
