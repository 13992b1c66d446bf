package io.graceway.face.customer;

import io.graceway.journey.notice.Answer;
import io.graceway.journey.notice.Answers;
import io.graceway.journey.notice.Answers.Opened;
import io.graceway.journey.notice.NoticeRecord;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a customer filled in.
 *
 * @param chosen in the order in which answers are listed
 * @param words  as the customer wrote them, without what no source system could keep
 */
record AnswerForm(Set<Answer> chosen, String words) {

    static final AnswerForm EMPTY = new AnswerForm(EnumSet.noneOf(Answer.class), "");

    /** Reads what was sent; what this notice does not offer was not chosen. */
    static AnswerForm read(List<String> chosen, String words, Opened opened) {
        Set<Answer> answers = EnumSet.noneOf(Answer.class);
        takes(opened).stream().filter(one -> chosen.contains(one.name())).forEach(answers::add);
        return new AnswerForm(answers, Answers.plain(words));
    }

    /** What can be said to this notice; the e-mail address can be kept back while it was not handed over. */
    static List<Answer> takes(Opened opened) {
        List<Answer> answers = new ArrayList<>(List.of(Answer.values()));
        NoticeRecord notice = opened.notice();
        if (notice.emailOptOut().isEmpty() || notice.state() == NoticeRecord.State.USED) {
            answers.remove(Answer.KEEP_EMAIL);
        }
        return answers;
    }

    boolean isWithoutChoice() {
        return chosen.isEmpty();
    }

    boolean isTooLong() {
        return words.length() > Answers.LONGEST;
    }

    /** The words travel with one answer only, so that nobody reads them twice. */
    String wordsFor(Answer one) {
        return one == chosen.iterator().next() ? words : "";
    }
}
