package io.integrationshub.log.application;

import io.integrationshub.log.application.Audit.Deed;
import io.integrationshub.log.application.DeadLetterBox.Coordinates;
import io.integrationshub.log.application.DeadLetterBox.Letter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Dead letters as a store may see them: its own, and those that do not say whose they are, without any content. */
@ApplicationScoped
public class ReplayDeadLetters {
    private final DeadLetterBox box;
    private final Audit audit;

    ReplayDeadLetters(DeadLetterBox box, Audit audit) {
        this.box = box;
        this.audit = audit;
    }

    /** Newest first. */
    public List<Letter> of(String storeId) {
        return box.newest().stream().filter(letter -> visible(letter, storeId)).toList();
    }

    /** Puts one back where it came from; false when the store has none such. */
    public boolean replay(String storeId, Coordinates at, String actor) {
        return box.find(at)
                .filter(letter -> visible(letter, storeId) && letter.from() != null)
                .map(letter -> replay(letter, storeId, actor))
                .orElse(false);
    }

    private boolean replay(Letter letter, String storeId, String actor) {
        boolean replayed = box.replay(letter, actor);
        if (replayed) {
            Coordinates from = letter.from();
            String subject = from.topic() + "-" + from.partition() + "@" + from.offset();
            audit.note(storeId, new Deed(actor, Audit.Action.DEAD_LETTER_REPLAYED, subject, letter.reason()));
        }
        return replayed;
    }

    private static boolean visible(Letter letter, String storeId) {
        return letter.storeId() == null || letter.storeId().equals(storeId);
    }
}
