package fds.anchors.ethereum;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.EthSendTransaction;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.utils.Numeric;

/** Sends transactions of one account, one at a time, and waits until the chain has them. */
final class ChainSender
{
    private static final long PATIENCE_MILLIS = 120_000;
    private static final long LOOK_MILLIS = 500;

    private final Web3j chain;
    private final Credentials credentials;

    ChainSender(final Web3j chain, final Credentials credentials)
    {
        this.chain = chain;
        this.credentials = credentials;
    }

    /** In lower case. */
    String address()
    {
        return credentials.getAddress().toLowerCase(Locale.ROOT);
    }

    /** To a contract, or with null the creation of one. */
    TransactionReceipt send(final String to, final String data) throws IOException
    {
        try
        {
            return await(hash(to, data));
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the chain", e);
        }
        catch (final RuntimeException e)
        {
            // Web3j throws its own when a node answers what it does not understand.
            throw new IOException("the node's answer is not understood: " + e.getMessage(), e);
        }
    }

    private String hash(final String to, final String data) throws IOException
    {
        final long chainId = checked(chain.ethChainId().send()).getChainId().longValue();
        final BigInteger nonce = checked(chain.ethGetTransactionCount(
            address(), DefaultBlockParameterName.PENDING).send()).getTransactionCount();
        final BigInteger gasPrice = checked(chain.ethGasPrice().send()).getGasPrice();
        final BigInteger gas = checked(chain.ethEstimateGas(new Transaction(
            address(), null, gasPrice, null, to, BigInteger.ZERO, data)).send()).getAmountUsed();
        final RawTransaction transaction = to == null ?
            RawTransaction.createContractTransaction(nonce, gasPrice, gas, BigInteger.ZERO, data) :
            RawTransaction.createTransaction(nonce, gasPrice, gas, to, BigInteger.ZERO, data);
        final byte[] signed = TransactionEncoder.signMessage(transaction, chainId, credentials);
        final EthSendTransaction sent = checked(chain.ethSendRawTransaction(Numeric.toHexString(signed)).send());
        return sent.getTransactionHash();
    }

    private TransactionReceipt await(final String hash) throws IOException, InterruptedException
    {
        for (long waited = 0; waited < PATIENCE_MILLIS; waited += LOOK_MILLIS)
        {
            final Optional<TransactionReceipt> receipt =
                checked(chain.ethGetTransactionReceipt(hash).send()).getTransactionReceipt();
            if (receipt.isPresent())
            {
                if (!receipt.get().isStatusOK())
                {
                    throw new IOException("the chain refused transaction " + hash);
                }
                return receipt.get();
            }
            Thread.sleep(LOOK_MILLIS);
        }
        throw new IOException("transaction " + hash + " is in no block after " + PATIENCE_MILLIS / 1_000 + " s");
    }

    private static <T extends Response<?>> T checked(final T answer) throws IOException
    {
        if (answer.hasError())
        {
            throw new IOException(answer.getError().getMessage());
        }
        return answer;
    }
}
