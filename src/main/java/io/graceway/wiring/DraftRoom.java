package io.graceway.wiring;

import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.Speech;
import io.graceway.edge.document.config.ConfigRefused;
import io.graceway.edge.seal.PublicKeys;
import io.graceway.face.console.onboard.Draft;
import io.graceway.face.console.onboard.Onboarding;
import io.graceway.face.console.sign.Deeds;
import io.graceway.journey.placement.BrandTone;
import io.graceway.wiring.config.AgencyConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Files of agencies as the console writes them: those that {@code graceway agency new} begins. */
final class DraftRoom implements Onboarding {

    private final Home home;
    private final Dialects dialects;
    private final DraftTrial trial;
    private final Supplier<Collection<BrandTone>> tones;
    private final DraftText texts;
    private final DraftFile files;

    DraftRoom(Home home, Dialects dialects, DraftTrial trial, Supplier<Collection<BrandTone>> tones, Deeds deeds) {
        this.home = home;
        this.dialects = dialects;
        this.trial = trial;
        this.tones = tones;
        this.files = new DraftFile(home.files().folder(), home.state(), deeds);
        this.texts = new DraftText(home, files);
    }

    @Override
    public List<String> agencies() {
        return files.agencies();
    }

    @Override
    public List<String> dialects() {
        return List.copyOf(Starter.dialects(dialects));
    }

    @Override
    public List<String> kinds() {
        return List.copyOf(Starter.kindsOfMailbox());
    }

    @Override
    public List<String> documents(String dialect) {
        return dialects.names().contains(dialect) ? dialects.mappings(dialect, true) : List.of();
    }

    @Override
    public Collection<BrandTone> tones() {
        return tones.get();
    }

    @Override
    public String begin(String id, String dialect, String kind) {
        if (!files.standing(id).isEmpty()) {
            throw new IllegalStateException("GW-CFG-114: there is a file of an agency " + id + " already, and nothing "
                    + "was touched");
        }
        return Starter.agency(dialects, id, dialect, kind);
    }

    @Override
    public String file(String id) {
        String text = files.standing(id);
        texts.mustHoldNoSecret(text);
        return text;
    }

    @Override
    public Map<String, String> values(String text) {
        return texts.values(text);
    }

    @Override
    public Edited edit(Draft draft, List<Change> changes) {
        return texts.edit(draft, changes);
    }

    @Override
    public List<String> hostKeys(Draft draft) {
        return trial.hostKeys(texts.values(draft.text()));
    }

    @Override
    public String fingerprint(String key) {
        List<String> all = PublicKeys.fingerprints(key.getBytes(StandardCharsets.UTF_8));
        if (all.size() != 1) {
            throw new IllegalArgumentException("GW-WEB-175: these are " + all.size() + " keys; bring one at a time, "
                    + "each with the fingerprint that the agency says");
        }
        return all.get(0);
    }

    @Override
    public String withKey(Draft draft, String key) {
        // Whatever file the pins of today are of: those keys go on counting.
        return files.withKey(draft, draft.isNew() ? home.folder() : texts.keys(draft.base()), key);
    }

    @Override
    public List<Line> sample(Draft draft, String document, String text) {
        return trial.sample(texts.speech(draft), document, text);
    }

    @Override
    public List<String> settings(Draft draft) {
        Speech speech = texts.speech(draft);
        return !dialects.names().contains(speech.dialect()) ? List.of()
                : new TreeSet<>(dialects.missing(speech)).stream().toList();
    }

    @Override
    public List<String> problems(Draft draft) {
        List<String> problems = new ArrayList<>(texts.problems(draft));
        if (problems.isEmpty()) {
            trial.fault(draft, texts.bound(draft)).ifPresent(problems::add);
        }
        return problems;
    }

    @Override
    public Draft.Trial exchange(Draft draft, String by) {
        AgencyConfig config;
        try {
            config = texts.bound(draft);
        } catch (ConfigRefused e) {
            throw new IllegalStateException("GW-WEB-176: nothing was tried, because the file is not whole yet: "
                    + DraftText.words(e.problems().get(0)), e);
        }
        return trial.run(draft, config, by);
    }

    @Override
    public boolean isMoved(Draft draft) {
        return !draft.isNew() && !texts.mailbox(draft.base()).equals(texts.mailbox(draft.text()));
    }

    @Override
    public synchronized void write(Draft draft, String by) {
        List<String> problems = problems(draft);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("GW-WEB-176: nothing was written, because the gateway would not start with"
                    + " it: " + problems.get(0));
        }
        files.write(draft, by);
    }
}
