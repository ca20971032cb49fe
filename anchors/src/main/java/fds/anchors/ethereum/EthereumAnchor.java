package fds.anchors.ethereum;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import fds.journal.seal.Anchor;
import fds.journal.seal.SealHead;
import fds.journal.seal.SealedBlock;
import org.web3j.crypto.Credentials;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.methods.request.EthFilter;
import org.web3j.protocol.core.methods.response.EthLog;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.protocol.http.HttpService;

/**
 * A chain that runs the Ethereum machine: each root is a transaction to a contract that logs it with its sender. Any
 * node of the chain can be asked for the logs; nobody but the holder of the sender's key can have made them.
 */
public final class EthereumAnchor implements Anchor
{
    private final EthereumPlace place;
    private final Web3j chain;
    private final ChainSender sender; // null: only asks

    /**
     * With a node and a contract.
     *
     * @param place with contract and sender's address.
     * @param key   private key of the sender as 64 hexadecimal digits, or null when nothing is published.
     * @throws IllegalArgumentException when the place is not whole or the key is another sender's.
     */
    public EthereumAnchor(final EthereumPlace place, final String key)
    {
        if (place.contract() == null || place.sender() == null)
        {
            throw new IllegalArgumentException(
                "contract= and from= must be given: 'fds seal-contract' makes a contract and tells them");
        }
        this.place = place;
        chain = Web3j.build(new HttpService(place.node()));
        sender = key == null ? null : new ChainSender(chain, credentials(key));
        if (sender != null && !sender.address().equals(place.sender()))
        {
            throw new IllegalArgumentException("the key is that of " + sender.address() + ", not of " + place.sender());
        }
    }

    /**
     * Make the contract.
     *
     * @param node place with a node's URL; nothing else of it is used.
     * @param key  private key of the sender, as 64 hexadecimal digits.
     * @return the place to publish at and to ask.
     * @throws IOException              when the chain does not take it.
     * @throws IllegalArgumentException when the key is none.
     */
    public static EthereumPlace create(final EthereumPlace node, final String key) throws IOException
    {
        final Web3j chain = Web3j.build(new HttpService(node.node()));
        try
        {
            final ChainSender sender = new ChainSender(chain, credentials(key));
            final TransactionReceipt receipt = sender.send(null, LogContract.CREATION);
            return node.with(receipt.getContractAddress(), sender.address(), receipt.getBlockNumber().longValue());
        }
        finally
        {
            chain.shutdown();
        }
    }

    @Override
    public String name()
    {
        return place.name();
    }

    @Override
    public String publish(final SealedBlock block) throws IOException
    {
        if (sender == null)
        {
            throw new IOException("there is no key to send with");
        }
        final TransactionReceipt receipt = sender.send(place.contract(), LogContract.message(block.header()));
        return receipt.getTransactionHash() + "@" + receipt.getBlockNumber();
    }

    @Override
    public List<SealHead> published(final String journal) throws IOException
    {
        final EthFilter filter = new EthFilter(DefaultBlockParameter.valueOf(BigInteger.valueOf(place.since())),
            DefaultBlockParameterName.LATEST, place.contract());
        filter.addSingleTopic(LogContract.journalWord(journal));
        filter.addSingleTopic(LogContract.senderWord(place.sender()));
        final EthLog answer = chain.ethGetLogs(filter).send();
        if (answer.hasError())
        {
            throw new IOException(answer.getError().getMessage());
        }
        final List<SealHead> heads = new ArrayList<>();
        for (final EthLog.LogResult<?> result : answer.getLogs())
        {
            final EthLog.LogObject log = (EthLog.LogObject)result.get();
            final SealHead head =
                log.isRemoved() ? null : LogContract.head(log.getData(), log.getBlockNumber().toString());
            if (head != null)
            {
                heads.add(head);
            }
        }
        return heads;
    }

    @Override
    public void close()
    {
        chain.shutdown();
    }

    private static Credentials credentials(final String key)
    {
        final String digits = key.strip().replaceFirst("^0x", "");
        if (!digits.matches("[0-9a-fA-F]{64}"))
        {
            throw new IllegalArgumentException("the key to send with must be 64 hexadecimal digits");
        }
        return Credentials.create(digits);
    }
}
