package io.graceway.journey.notice;

import io.graceway.journey.eligibility.AccountBook.StandingPage;
import java.util.Map;

/** Where placement notices and their fate are kept. */
public interface NoticeBook {

    /** The running notices of a page's accounts, by notice id. */
    Map<String, NoticeRecord> running(StandingPage page);

    /** Writes down what the notices of a page came to, in one transaction with the log; gives the page back. */
    NoticePage record(NoticePage page);
}
