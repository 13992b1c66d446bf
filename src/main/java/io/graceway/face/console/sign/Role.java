package io.graceway.face.console.sign;

import java.util.Locale;

/** What somebody who signed in may do; everybody who signed in may read. */
public enum Role {
    /** Works: closes what waits for people, holds back, takes accounts back. */
    OPERATOR,
    /** Agrees to what somebody else asked for, never to what they asked for themselves. */
    APPROVER,
    /** Reads everything, and changes nothing. */
    AUDITOR,
    /** Looks after agencies, sources and people. */
    ADMINISTRATOR;

    /** As house.yaml spells it. */
    public static Role of(String spelled) {
        return valueOf(spelled.toUpperCase(Locale.ROOT));
    }
}
