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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.ResponseEntity;

/** What every page of the console has around it, in the reader's language. */
public final class Frame {

    static final String LANGUAGE = "graceway-language";
    static final String THEME = "graceway-theme";

    /** The first is what everybody else gets. */
    private static final List<String> THEMES = List.of("system", "light", "dark");

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
        String theme = chosen(request, THEME, THEMES).orElse(THEMES.get(0));
        all.put("scheme", theme.equals(THEMES.get(0)) ? "light dark" : theme);
        all.put("themes", THEMES.stream().map(one -> new Choice(one, texts.name("theme", one), one.equals(theme)))
                .toList());
        return pages.computeIfAbsent(texts.language() + "/" + name, any -> Page.of(name, value -> Spelling.of(value,
                texts.locale()), texts::into)).answer(status, all);
    }

    /** A language or colours to choose. */
    record Choice(String id, String name, boolean chosen) {
    }

    /** What the reader chose, else what the browser wishes. */
    Texts texts(HttpServletRequest request) {
        return Texts.of(chosen(request, LANGUAGE, Texts.LANGUAGES).orElseGet(() -> Languages.best(
                request.getHeader("Accept-Language"), Texts.LANGUAGES)));
    }

    private static Optional<String> chosen(HttpServletRequest request, String what, List<String> known) {
        Cookie[] cookies = request.getCookies();
        return cookies == null ? Optional.empty() : Arrays.stream(cookies).filter(one -> one.getName().equals(what))
                .map(Cookie::getValue).filter(known::contains).findFirst();
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
