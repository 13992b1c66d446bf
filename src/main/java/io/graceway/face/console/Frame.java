package io.graceway.face.console;

import io.graceway.face.console.sign.Role;
import io.graceway.face.console.sign.Visitor;
import io.graceway.face.web.Languages;
import io.graceway.face.web.Page;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.ResponseEntity;

/** What every page of the console has around it, in the reader's language. */
public final class Frame {

    static final String LANGUAGE = "graceway-language";

    private final String house;
    private final Clock clock;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();

    /** @param house whose gateway this is */
    public Frame(String house, Clock clock) {
        this.house = house;
        this.clock = clock;
    }

    /** A page of ours with those values in it. */
    public ResponseEntity<String> show(String name, int status, HttpServletRequest request,
                                       Map<String, Object> values) {
        Texts texts = texts(request);
        Map<String, Object> all = new HashMap<>(values);
        all.putIfAbsent("query", "");
        all.put("house", house);
        all.put("visitor", Visitor.of(request));
        all.put("seeksNames", Visitor.may(request, Role.OPERATOR));
        all.put("now", clock.instant());
        all.put("language", texts.language());
        all.put("languages", Texts.LANGUAGES.stream().map(one -> new Choice(one, Locale.forLanguageTag(one)
                .getDisplayLanguage(Locale.forLanguageTag(one)), one.equals(texts.language()))).toList());
        return pages.computeIfAbsent(texts.language() + "/" + name, any -> Page.of(name, value -> Spelling.of(value,
                texts.locale()), texts::into)).answer(status, all);
    }

    /** A language to choose. */
    record Choice(String id, String name, boolean chosen) {
    }

    /** What the reader chose, else what the browser wishes. */
    Texts texts(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        String chosen = cookies == null ? "" : Arrays.stream(cookies).filter(one -> one.getName().equals(LANGUAGE))
                .map(Cookie::getValue).filter(Texts.LANGUAGES::contains).findFirst().orElse("");
        return Texts.of(chosen.isEmpty() ? Languages.best(request.getHeader("Accept-Language"), Texts.LANGUAGES)
                : chosen);
    }

    /** A text in the reader's language. */
    public String text(HttpServletRequest request, String key) {
        return texts(request).get(key);
    }

    /** The word for a thing that has a technical name, in the reader's language where there is one. */
    public String name(HttpServletRequest request, String group, String name) {
        return texts(request).name(group, name);
    }

    /** A value as the reader spells it. */
    public String spell(HttpServletRequest request, Object value) {
        return Spelling.of(value, texts(request).locale());
    }

    Clock clock() {
        return clock;
    }
}
