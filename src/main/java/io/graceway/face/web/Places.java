package io.graceway.face.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What failed and where, without its words: a database's may hold what a customer is called. */
public final class Places {

    private static final int CAUSES = 5;
    private static final int FRAMES = 8;

    private Places() {
    }

    public static List<String> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(CAUSES)
                .flatMap(one -> Stream.concat(Stream.of(one.getClass().getName()), Stream.of(one.getStackTrace())
                        .limit(FRAMES).map(String::valueOf))).toList();
    }
}
