package io.graceway.edge.agency.calls;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which calls an agency's interface knows, as its dialect says. A place is a path below its base address in which
 * {@code {/pointer}} stands for a value of our line and {@code {found/pointer}} for one of what was found.
 *
 * @param header   that carries our key
 * @param probe    is answered where the key counts, and changes nothing
 * @param kind     pointer to the kind of a refusal; empty where it has none
 * @param ofHouse  kinds of refusals that speak of the house and not of one account
 * @param tellings by our document
 * @param polls    in the order in which they are asked
 * @param hook     what its webhooks say
 */
public record CallPlan(String header, String probe, String kind, Set<String> ofHouse, Map<String, Telling> tellings,
                       Map<String, Poll> polls, Hook hook) {

    /**
     * Its webhooks, which are a reason to ask; some are beside that for people to see.
     *
     * @param header    by which they are proved; empty where it has none
     * @param kind      pointer to the kind of an event; empty where none is for people
     * @param forPeople those kinds
     * @param id        pointer to an event's own name
     */
    public record Hook(String header, String kind, Set<String> forPeople, String id) {
    }

    /**
     * How each line of a document is told.
     *
     * @param only pointer into the line, to the text that stands there in lines that are told; empty for all
     * @param find the case it is about
     * @param make null where nothing is made
     * @param say  null where nothing is said
     * @param tone null where no tone is attached
     */
    public record Telling(Map<String, String> only, Find find, Make make, Say say, Say tone) {
    }

    /**
     * Asks whether there is a case, before anything is made or said.
     *
     * @param at        place that is answered with 404 where there is none
     * @param same      pointer into what is found, to the pointer into the line whose value must stand there
     * @param mayLack   whether a line without a case is left to our own people
     * @param reference pointer into the line: our number
     */
    public record Find(String at, Map<String, String> same, boolean mayLack, String reference) {
    }

    /** Makes the case of a line, which is sent as it is. @param once header of a key that is the same at each try */
    public record Make(String at, String once) {
    }

    /**
     * Adds something to a case.
     *
     * @param at     place that lists what was added, and to which it is added
     * @param known  the field by whose text ours is known
     * @param listed pointer to that text in each of what is listed
     * @param fields name to text with holes
     * @param file   name of the field that takes a file; empty where none goes
     */
    public record Say(String at, String known, String listed, Map<String, String> fields, String file) {
    }

    /**
     * What is asked for from time to time.
     *
     * @param page    parameter that counts pages from one
     * @param size    parameter with the most on one page, as {@code PageSize=100}
     * @param list    pointer to the records
     * @param pages   pointer to the number of pages
     * @param id      pointer to a record's own name
     * @param changes pointers to what makes a record worth reading again; empty for all of it
     */
    public record Poll(String at, String page, String size, String list, String pages, String id,
                       List<String> changes) {
    }

    /** Whether nothing of that document has a call. */
    boolean lacks(String document) {
        return !tellings.containsKey(document);
    }
}
