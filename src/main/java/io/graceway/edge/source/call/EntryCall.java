package io.graceway.edge.source.call;

import io.graceway.edge.source.soap.Kind;
import io.graceway.edge.source.soap.PostEntry;
import io.graceway.edge.source.soap.PostEntryResponse;
import io.graceway.journey.account.Money;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.SourceSystem.Outcome;
import java.time.LocalDate;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;

/** Posts one entry a call over SOAP. */
public record EntryCall(Caller service) implements CallPoster.One {

    @Override
    public Outcome post(Posting posting) {
        PostEntry entry = entry(posting);
        PostEntryResponse answer = service.ask(port -> port.postEntry(entry));
        return new Outcome(posting.key(), Outcome.Result.valueOf(answer.getResult().value()), answer.getEvidence());
    }

    private static PostEntry entry(Posting posting) {
        PostEntry entry = new PostEntry();
        entry.setKey(posting.key());
        entry.setAccount(posting.account().number().value());
        entry.setKind(Kind.fromValue(posting.kind().name()));
        entry.setAmount(posting.amount().map(Money::amount).orElse(null));
        entry.setCurrency(posting.account().currency());
        entry.setOn(date(posting.on()));
        entry.setCode(posting.code());
        entry.setReference(posting.reference());
        entry.setText(posting.text());
        return entry;
    }

    private static XMLGregorianCalendar date(LocalDate day) {
        try {
            return DatatypeFactory.newInstance().newXMLGregorianCalendar(day.toString());
        } catch (DatatypeConfigurationException e) {
            throw new IllegalStateException("every Java platform can write XML dates", e);
        }
    }
}
