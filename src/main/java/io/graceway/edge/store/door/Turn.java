package io.graceway.edge.store.door;

import org.springframework.transaction.support.TransactionTemplate;

/** Which of several nodes at one store does passes and rounds. */
public interface Turn extends AutoCloseable {

    /** Takes the turn if it is free; from then on the thread works under it. */
    boolean isMine();

    /** @throws StoreRefused when another node has the turn */
    void take();

    /** Transactions that do not commit once the turn is another's, if their thread works under it. */
    TransactionTemplate transactions();

    @Override
    void close();

    /** The turn at a store that belongs to one process. */
    static Turn alone(TransactionTemplate transactions) {
        return new Turn() {
            @Override
            public boolean isMine() {
                return true;
            }

            @Override
            public void take() {
                // It is nobody else's.
            }

            @Override
            public TransactionTemplate transactions() {
                return transactions;
            }

            @Override
            public void close() {
                // There is nobody to give it to.
            }
        };
    }
}
