package io.integrationshub.acceptance.hub;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** All different answers, to be searched afterwards. */
public final class Journal {
    private final Set<String> answers = ConcurrentHashMap.newKeySet();
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();

    void add(String answer) {
        answers.add(answer);
    }

    void addUnanswered(String request) {
        unanswered.add(request);
    }

    /** Requests that got no answer, or only that the server could not answer (5xx). */
    public List<String> unanswered() {
        return List.copyOf(unanswered);
    }

    /** Each with its request line, status, headers and body. */
    public Set<String> answers() {
        return Set.copyOf(answers);
    }
}
